package com.example.slackbot;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.UUID;

/** What Slack sends, shortened to what matters. */
public final class Payloads {
    private Payloads() {}

    public static JsonObject mention(String text) {
        return event("""
                {"type":"app_mention","user":"U1","text":"%s","ts":"1.1","channel":"C1"}""".formatted(text));
    }

    /** An event under an id of its own. */
    public static JsonObject event(String event) {
        return json("""
                {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev%s","event":%s}"""
                .formatted(UUID.randomUUID(), event));
    }

    public static JsonObject command(String responseUrl) {
        return json("""
                {"command":"%s","text":"","user_id":"U1","team_id":"T1","channel_id":"C1","trigger_id":"%s",
                 "response_url":"%s"}"""
                .formatted(Listeners.COMMAND, UUID.randomUUID(), responseUrl));
    }

    public static JsonObject click(String actionId, String responseUrl) {
        return json("""
                {"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"trigger_id":"%s","response_url":"%s",
                 "actions":[{"type":"button","action_id":"%s","block_id":"b"}]}"""
                .formatted(UUID.randomUUID(), responseUrl, actionId));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
