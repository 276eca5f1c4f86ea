package dev.transportadvisor.simulator.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The Web API, as a client sees it. */
class WebApiTest {

    private static final String JSON = "application/json; charset=utf-8";

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = SlackSimulator.start(
            SimulatorSettings.DEFAULT
                    .withScopes(Map.of(TokenKind.BOT, Set.of("chat:write")))
                    .withManifestValidator(manifest -> manifest.contains("bad")
                            ? List.of(new ManifestError("Is bad", "/settings"))
                            : List.of()),
            timeline);
    private final WebClient client = WebClient.of(slack);

    @AfterEach
    void close() {
        slack.close();
    }

    /** Each line is a call with a form, and how the answer begins, without its quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth.test | bot | '' | {ok:true,url:",
                "auth.test | app | '' | {ok:true,app_id:A0SIMAPP0",
                "auth.test | none | '' | {ok:false,error:not_authed}",
                "auth.test | unknown | '' | {ok:false,error:invalid_auth}",
                "apps.connections.open | app | '' | {ok:true,url:ws://127.0.0.1:",
                "apps.connections.open | bot | '' | {ok:false,error:not_allowed_token_type}",
                "chat.postMessage | app | channel=C1&text=x | {ok:false,error:not_allowed_token_type}",
                "chat.postMessage | bot | channel=C01&text=x | {ok:true,channel:C01,ts:1767225600.000000",
                "chat.postMessage | bot | channel=C01 | {ok:false,error:no_text}",
                "chat.postMessage | bot | text=x | {ok:false,error:channel_not_found}",
                "chat.postMessage | bot | channel=here&text=x | {ok:false,error:channel_not_found}",
                "chat.update | bot | channel=C01&ts=1.1&text=x | {ok:false,error:message_not_found}",
                "chat.postEphemeral | bot | channel=C01&user=U1&text=x | {ok:true,message_ts:",
                "reactions.add | bot | channel=C01&timestamp=1.1&name=wave | {ok:false,error:missing_scope,"
                        + "needed:reactions:write,provided:chat:write}",
                "reactions.add | user | channel=C01&timestamp=1.1&name=wave | {ok:true}",
                "users.info | user | user=U0SIMBOT0 | {ok:true,user:{id:U0SIMBOT0",
                "users.info | user | user=U1 | {ok:false,error:user_not_found}",
                "conversations.info | user | channel=C0SIMCHAN | {ok:true,channel:{id:C0SIMCHAN",
                "conversations.list | user | '' | {ok:true,channels:[{id:C0SIMCHAN",
                "conversations.open | user | users=U1 | {ok:true,already_open:true,channel:{id:D0SIMUSER}}",
                "views.publish | bot | user_id=U1&view={} | {ok:true,view:{id:V0SIMHOME",
                "views.update | bot | view_id=V1&view={} | {ok:false,error:not_found}",
                "views.open | bot | trigger_id=1&view={} | {ok:false,error:invalid_trigger_id}",
                "oauth.v2.access | none | code=1 | {ok:false,error:invalid_client_id}",
                "apps.manifest.validate | configuration | manifest={} | {ok:true,errors:[]}",
                "apps.manifest.validate | configuration | manifest=bad | {ok:false,error:invalid_manifest,"
                        + "errors:[{message:Is bad,pointer:/settings}]}",
                "api.test | none | a=b | {ok:true,args:{a:b}}",
                "api.test | none | error=no | {ok:false,error:no}",
                "no.such | bot | '' | {ok:false,error:unknown_method,req_method:no.such}",
            })
    void answers(String method, String token, String form, String beginning) {
        String body = JsonTree.text(client.call(method, token(token), form)).replace("\"", "");
        assertTrue(body.startsWith(beginning), body);
    }

    @Test
    void takesJsonAsWellAsForms() {
        HttpResponse<String> response = client.post(
                slack.apiUrl() + "chat.postMessage",
                JSON,
                "{\"channel\":\"C01\",\"blocks\":[]}",
                "Authorization",
                "Bearer " + Identity.BOT_TOKEN);
        assertTrue(WebClient.json(response).path("ok").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json  | {   | invalid_json",
                "application/json  | []  | json_not_object",
                "text/plain        | a=b | invalid_post_type",
                "application/x-www-form-urlencoded | a=%zz | invalid_form_data",
            })
    void refusesABodyThatItCannotRead(String type, String body, String error) {
        assertEquals(
                error,
                WebClient.json(client.post(slack.apiUrl() + "api.test", type, body))
                        .path("error")
                        .asString());
    }

    @Test
    void takesATokenFromTheBodyAndKeepsItOutOfTheJournal() {
        String form = "token=" + Identity.BOT_TOKEN + "&channel=C01&text=x";
        client.post(slack.apiUrl() + "chat.postMessage", Form.TYPE, form);

        Journal.Call call = slack.journal().calls("chat.postMessage").get(0);
        assertTrue(call.ok());
        assertEquals(TokenKind.BOT, call.token());
        assertEquals("{\"channel\":\"C01\",\"text\":\"x\"}", JsonTree.text(call.arguments()));
    }

    @Test
    void aSocketIsOpenedWithPostOnly() {
        HttpResponse<String> response =
                client.get(slack.apiUrl() + "apps.connections.open", "Authorization", "Bearer " + Identity.APP_TOKEN);
        assertEquals("insecure_request", WebClient.json(response).path("error").asString());
    }

    @Test
    void aMessageCanBeChangedAndDeletedAndRead() {
        String ts = call("chat.postMessage", "channel=C01&text=first").path("ts").asString();
        assertTrue(call("chat.update", "channel=C01&text=second&ts=" + ts).path("ok").asBoolean());
        ObjectNode history = client.call("conversations.history", Identity.USER_TOKEN, "channel=C01");
        assertEquals("second", history.at("/messages/0/text").asString());
        String edited = history.at("/messages/0/edited/ts").asString();
        assertTrue(edited.compareTo(ts) > 0, edited + " is when it was edited, after " + ts);
        call("chat.delete", "channel=C01&ts=" + ts);
        assertEquals("message_not_found", call("chat.delete", "channel=C01&ts=" + ts).path("error").asString());
    }

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() {
        Delivery command = slack.deliver(Payloads.slashCommand("/form", ""));
        Delivery late = slack.deliver(Payloads.slashCommand("/form", ""));

        ObjectNode opened = open(command);
        assertEquals("exchanged_trigger_id", open(command).path("error").asString());
        timeline.advance(Limits.TRIGGER_LIFE.plusMillis(1));
        assertEquals("expired_trigger_id", open(late).path("error").asString());

        String id = opened.at("/view/id").asString();
        assertTrue(call("views.update", "view={}&view_id=" + id).path("ok").asBoolean());
    }

    @Test
    void anUnknownMethodIsReported() {
        call("no.such", "");
        assertEquals(List.of("no.such"), slack.journal().unknownMethods());
    }

    @Test
    void aResponseUrlWorksFiveTimes() {
        String url = responseUrl();
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> response = client.post(url, JSON, "{\"text\":\"hi\"}");
            assertEquals("ok", response.body());
        }
        HttpResponse<String> sixth = client.post(url, JSON, "{\"text\":\"hi\"}");
        assertEquals(404, sixth.statusCode());
        assertEquals("{\"ok\":false,\"error\":\"used_url\"}", sixth.body());
        assertEquals(6, slack.journal().calls(Journal.RESPONSE_URL).size());
    }

    @Test
    void aResponseUrlWorksForHalfAnHour() {
        String url = responseUrl();
        timeline.advance(Duration.ofMinutes(30));
        assertEquals(200, client.post(url, JSON, "{\"text\":\"hi\"}").statusCode());
        timeline.advance(Duration.ofMillis(1));
        assertEquals(
                "{\"ok\":false,\"error\":\"expired_url\"}",
                client.post(url, JSON, "{\"text\":\"hi\"}").body());
    }

    @Test
    void callsAreRateLimitedOnDemand() {
        slack.faults().next(1, "chat.postMessage", new Fault.RateLimited(Duration.ofSeconds(30)));

        String url = slack.apiUrl() + "chat.postMessage";
        HttpResponse<String> limited = client.post(url, Form.TYPE, "channel=C01&text=x");
        assertEquals(429, limited.statusCode());
        assertEquals("30", limited.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("{\"ok\":false,\"error\":\"ratelimited\"}", limited.body());
        assertTrue(call("chat.postMessage", "channel=C01&text=x").path("ok").asBoolean());
        assertEquals(429, slack.journal().calls().get(0).status());
    }

    @Test
    void aFaultMayLastForATimeAndBeTakenBack() {
        slack.faults().during(Duration.ofMinutes(1), "chat.postMessage", new Fault.Refused("internal_error"));
        assertEquals("internal_error", call("chat.postMessage", "").path("error").asString());
        assertTrue(call("auth.test", "").path("ok").asBoolean(), "another method works");
        timeline.advance(Duration.ofMinutes(1).plusMillis(1));
        assertEquals("channel_not_found", call("chat.postMessage", "").path("error").asString());

        slack.faults().next(5, "chat.postMessage", new Fault.Broken(503));
        assertEquals(503, client.post(slack.apiUrl() + "chat.postMessage", Form.TYPE, "").statusCode());
        slack.faults().clear();
        assertEquals(200, client.post(slack.apiUrl() + "chat.postMessage", Form.TYPE, "").statusCode());
    }

    @Test
    void aDelayedCallIsAnsweredLater() throws Exception {
        slack.faults().next(1, "auth.test", new Fault.Delayed(Duration.ofSeconds(2)));
        Thread caller = new Thread(() -> call("auth.test", ""));
        caller.start();
        Eventually.holds("it waits", () -> timeline.hasAlarmIn(Duration.ofSeconds(2)));
        assertFalse(slack.journal().calls().stream().findAny().isPresent());

        timeline.advance(Duration.ofSeconds(2));
        assertEquals(1, slack.journal().await(call -> call.ok(), 1, Eventually.BOUND).size());
        caller.join(Eventually.BOUND.toMillis());
    }

    private ObjectNode call(String method, String form) {
        return client.call(method, Identity.BOT_TOKEN, form);
    }

    private ObjectNode open(Delivery delivery) {
        return call("views.open", "view={}&trigger_id=" + delivery.payload().body().path("trigger_id").asString());
    }

    private String responseUrl() {
        return slack.deliver(Payloads.slashCommand("/later", ""))
                .payload()
                .body()
                .path("response_url")
                .asString();
    }

    private static String token(String kind) {
        return switch (kind) {
            case "bot" -> Identity.BOT_TOKEN;
            case "user" -> Identity.USER_TOKEN;
            case "app" -> Identity.APP_TOKEN;
            case "configuration" -> Identity.CONFIGURATION_TOKEN;
            case "none" -> "";
            default -> "something-else";
        };
    }
}
