package com.example.slackbot.feature.privatesystems;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who did what, where, and what came of it: a line of JSON in the log, and a message in a channel if there is one. */
final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private final String channel;

    /** @param channel id of the channel for the messages, or null */
    AuditTrail(String channel) {
        this.channel = channel;
    }

    /**
     * Never throws.
     *
     * @param what the words that were accepted
     * @param outcome one word or a few
     */
    void write(Asker asker, String what, String outcome) {
        JsonObject line = new JsonObject();
        line.addProperty("at", Instant.now().toString());
        line.addProperty("user", asker.user());
        line.addProperty("team", asker.team());
        line.addProperty("channel", asker.channel());
        line.addProperty("what", what);
        line.addProperty("outcome", outcome);
        LOG.info("{}", line);
        if (channel != null) {
            post(asker, "<@" + asker.user() + "> in <#" + asker.channel() + ">: `" + Mrkdwn.escaped(what) + "` - "
                    + Mrkdwn.escaped(outcome.replaceAll("\\R", " "))); // so that no outcome looks like another line
        }
    }

    /** A failure must not undo or repeat what was done, and the line in the log is there already. */
    private void post(Asker asker, String text) {
        try {
            ChatPostMessageResponse answer =
                    asker.slack().chatPostMessage(message -> message.channel(channel).text(text));
            if (!answer.isOk()) {
                LOG.error("AUDIT_CHANNEL got no message: {}", answer.getError());
            }
        } catch (IOException | SlackApiException | RuntimeException e) { // the SDK runs into a null in an empty answer
            LOG.error("AUDIT_CHANNEL got no message: {}", e.toString());
        }
    }
}
