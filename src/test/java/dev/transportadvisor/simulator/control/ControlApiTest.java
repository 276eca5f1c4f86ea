package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints for scripts, and who may use them. */
class ControlApiTest {

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());
    private final WebClient client = WebClient.of(slack);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aScriptSendsAndWaits() throws Exception {
        SocketBot bot = SocketBot.connect(
                slack, envelope -> JsonTree.object().set("payload", JsonTree.object().put("text", "hi")));
        try {
            bot.next();
            String id = post("commands", "{\"command\":\"/greet\"}").path("id").asString();
            ObjectNode delivery = get("deliveries/" + id + "?wait=25");

            assertEquals("acknowledged", delivery.path("state").asString());
            assertEquals("/greet", delivery.path("name").asString());
            assertEquals("{\"text\":\"hi\"}", delivery.at("/attempts/0/answer").asString());
            assertEquals("/greet", delivery.at("/payload/command").asString());
            assertEquals(1, get("state").at("/connections/0/delivered").asInt());
        } finally {
            bot.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "events       | {\"type\":\"app_mention\",\"text\":\"hi\"}              | app_mention",
                "events       | {\"type\":\"pin_added\"}                               | pin_added",
                "clicks       | {\"action_id\":\"ok\"}                                 | block_actions ok",
                "interactions | {\"type\":\"shortcut\",\"callback_id\":\"start\"}      | shortcut start",
            })
    void aScriptSendsWhatPeopleDo(String endpoint, String body, String name) {
        assertEquals(name, post(endpoint, body).path("name").asString());
    }

    @Test
    void aScriptReadsWhySomethingWasWithheld() {
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withWithholding(payload -> Optional.of("Not subscribed."));
        try (SlackSimulator strict = SlackSimulator.start(settings)) {
            strict.deliver(Payloads.appMention("hello"));
            ObjectNode delivery = WebClient.json(client.get(strict.url() + "simulator/deliveries/delivery-1?wait=25"));
            assertEquals("withheld", delivery.path("state").asString());
            assertEquals("Not subscribed.", delivery.path("reason").asString());
        }
    }

    @Test
    void aScriptBreaksCallsAndMendsThem() {
        post("faults", "{\"method\":\"auth.test\",\"fault\":\"rate_limited\",\"seconds\":7,\"times\":2}");
        HttpResponse<String> limited = client.post(slack.apiUrl() + "auth.test", Form.TYPE, "");
        assertEquals("7", limited.headers().firstValue("Retry-After").orElseThrow());
        post("recovery", "{}");
        assertEquals(200, client.post(slack.apiUrl() + "auth.test", Form.TYPE, "").statusCode());
        assertEquals(2, get("journal").path("calls").size());
        assertEquals(1, get("journal?last=1").path("calls").size());
    }

    @Test
    void aScriptDisturbsAConnection() throws Exception {
        SocketBot bot = SocketBot.connect(slack);
        bot.next();
        String id = get("state").at("/connections/0/id").asString();
        post("connections", "{\"id\":\"" + id + "\",\"fault\":\"refresh_requested\"}");
        assertEquals("refresh_requested", bot.next().path("reason").asString());
        bot.close();
    }

    @Test
    void aScriptChangesTheTransport() {
        HttpBot bot = new HttpBot(request -> HttpBot.Response.of(401));
        try {
            assertEquals(
                    "events-api",
                    post("transport", "{\"request_url\":\"" + bot.url() + "\"}").path("transport").asString());
            String id = post("forgeries", "{\"forgery\":\"old_timestamp\"}").path("id").asString();
            assertEquals(401, get("deliveries/" + id + "?wait=25").at("/attempts/0/status").asInt());
            assertEquals("socket-mode", post("transport", "{}").path("transport").asString());
        } finally {
            bot.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "events      | []                                  | The body is to be a JSON object.",
                "events      | {}                                  | 'type' is missing; it is a text.",
                "events      | {\"type\":1}                          | 'type' is to be a text.",
                "events      | {\"type\":null}                       | 'type' is missing; it is a text.",
                "transport   | {\"request_url\":7800}                | 'request_url' is to be a text.",
                "clicks      | {}                                  | 'action_id' is missing; it is a text.",
                "faults      | {\"method\":\"m\",\"fault\":\"odd\"} | 'fault' is 'odd'. Allowed: rate_limited, delayed,"
                        + " refused, broken.",
                "faults      | {\"method\":\"m\",\"fault\":\"broken\",\"times\":0} | 'times' is to be a whole"
                        + " number from 1 on.",
                "faults      | {\"method\":\"m\",\"fault\":\"broken\",\"status\":99999} | 'status' is to be a whole"
                        + " number from 400 to 599.",
                "connections | {\"id\":\"x\",\"fault\":\"cut\"}    | There is no connection 'x'.",
                "repeats     | {\"id\":\"x\"}                      | There is no delivery 'x'.",
                "events      | {\"type\":\"message\",\"txt\":\"hi\"} | Unknown key 'txt'. Did you mean `text`?"
                        + " Allowed: type, subtype, user, channel, text, thread_ts, ts, event_ts, team, blocks,"
                        + " attachments, files, metadata, bot_id, app_id, bot_profile, client_msg_id,"
                        + " parent_user_id, edited, hidden, message, previous_message, deleted_ts, channel_type,"
                        + " username.",
                "clicks      | {\"action_id\":\"ok\",\"valu\":\"1\"} | Unknown key 'valu'. Did you mean `value`?"
                        + " Allowed: action_id, block_id, value, values, message, view, user, channel, inputs.",
                "repeats     | {\"di\":\"x\"}                    | Unknown key 'di'. Did you mean `id`? Allowed: id.",
                "events      | {\"type\":\"message\",\"channel\":\"here\"} | 'channel' is 'here'. It is to be the"
                        + " id or the name of a channel, such as C0SIMCHAN.",
                "interactions | {\"type\":\"view_submission\",\"view\":\"V1\"} | There is no open view 'V1'.",
                "checks      | {\"check\":\"challenge\"}           | There is no request URL: Socket Mode is in use",
                "transport   | {\"request_url\":\"http://example.com/\"} | 'request_url' is to be an"
                        + " HTTP URL of this machine.",
                "transport   | {\"request_url\":\"http://localhost:99999/\"} | 'request_url' is to be an"
                        + " HTTP URL of this machine.",
            })
    void saysWhatIsWrong(String endpoint, String body, String message) {
        HttpResponse<String> response = client.post(slack.url() + "simulator/" + endpoint, "application/json", body);
        assertEquals(400, response.statusCode());
        assertEquals(message, WebClient.json(response).path("error").asString());
    }

    @Test
    void theAppCanBeInstalledElsewhere() {
        assertEquals("workspace", get("state").path("installation").asString());
        assertEquals(
                "organization",
                post("installation", "{\"in\":\"organization\"}").path("installation").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_context_changed", "agent_session_stopped", "agent_session_title_changed"})
    void anEventOfAnAgentIsFilledIn(String type) {
        String id = post("events", "{\"type\":\"" + type + "\",\"user\":\"U0SIMBEN0\"}").path("id").asString();
        JsonNode event = get("deliveries/" + id).at("/payload/event");
        assertEquals("U0SIMBEN0", event.path("user").asString());
        assertEquals("D0SIMBEN0", event.path("channel").asString());
        assertTrue(event.has("context") || event.has("thread_ts"), event::toString);
    }

    @Test
    void namesWhatThereIs() {
        HttpResponse<String> response = client.get(slack.url() + "simulator/nothing");
        assertEquals(404, response.statusCode());
        assertTrue(WebClient.json(response).path("error").asString().contains("clicks, commands, connections"));
    }

    @Test
    void aPageFromElsewhereIsTurnedAway() throws Exception {
        assertEquals(200, status("Host: localhost:" + slack.port()));
        assertEquals(200, status("Host: 127.0.0.1\r\nOrigin: http://127.0.0.1"));
        assertEquals(403, status("Host: 127.0.0.1\r\nOrigin: https://elsewhere.example"));
        assertEquals(403, status("Host: 127.0.0.1\r\nOrigin: null"));
        assertEquals(403, status("Host: elsewhere.example"), "after its name was pointed at this machine");
    }

    /** An image or a script is asked for without an origin. */
    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200", "anything, 403"})
    void aRequestWithoutAnOriginIsToldByItsSite(String site, int status) throws Exception {
        assertEquals(status, status("Host: 127.0.0.1\r\nSec-Fetch-Site: " + site));
    }

    @Test
    void aLinkMayLeadToThePageAlone() {
        String[] visit = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"};
        assertEquals(200, client.get(slack.url(), visit).statusCode());
        assertEquals(403, client.get(slack.url() + "simulator/state", visit).statusCode());
        assertEquals(403, client.get(slack.url() + "api/api.test", visit).statusCode());
        assertEquals(403, client.get(slack.url() + "page/main.js", visit).statusCode());
        visit[5] = "iframe";
        assertEquals(403, client.get(slack.url(), visit).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aFormFromElsewhereDoesNothing(String type) {
        HttpResponse<String> response =
                client.post(slack.url() + "simulator/events", type, "{\"type\":\"app_mention\"}");
        assertEquals(415, response.statusCode());
        assertEquals(0, slack.deliveries().size());
    }

    /** The JDK's client lets nobody choose the host. */
    private int status(String headers) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", slack.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /simulator/state HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String response = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(response.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

    private ObjectNode get(String name) {
        return WebClient.json(client.get(slack.url() + "simulator/" + name));
    }

    private ObjectNode post(String name, String body) {
        HttpResponse<String> response = client.post(slack.url() + "simulator/" + name, "application/json", body);
        assertEquals(200, response.statusCode(), response.body());
        return WebClient.json(response);
    }
}
