package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.WorkQueue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people in Slack see: their words and clicks on one side, a Slack and the systems on the other. */
class DeskTest {
    private static final String PERMISSIONS = """
            ask: <@UZOE>
            operations:
              weather: {users: everyone}
              launch: {users: [UANN], channels: [C1]}
              strike: {groups: [S1], channels: [C1], approval: second-person}
            """;

    @TempDir
    Path folder;

    private final Countdown launch = new Countdown("launch");
    private final Countdown strike = new Countdown("strike");
    private final WorkQueue work = new WorkQueue.InMemory();
    private PretendSystem slack;
    private App app;

    @BeforeEach
    void start() throws Exception {
        slack = new PretendSystem()
                .answers("POST /api/auth.test", 200, """
                        {"ok":true,"team_id":"T1","enterprise_id":"E1","user_id":"U0","bot_id":"B0"}""")
                .answers("POST /api/chat.postMessage", 200, "{\"ok\":true}")
                .answers("POST /api/usergroups.users.list", 200, "{\"ok\":true,\"users\":[\"UANN\",\"UBEN\"]}")
                .answers("POST /response", 200, "ok");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.address() + "/api/");
        app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken("xoxb-test-token-for-loopback")
                .requestVerificationEnabled(false)
                .build());
        Weather weather = new Weather("<!channel> & \u202Eco - <https://evil.example.com|Log in>");
        PrivateSystems systems = PrivateSystems.read(
                new Environment(Map.of(
                        "AUDIT_CHANNEL", "CAUDIT",
                        "PERMISSIONS_FILE", Files.writeString(folder.resolve("p.yaml"), PERMISSIONS).toString())),
                List.of(new PrivateSystem(
                        Set.of("weather", "launch", "strike"), List.of(weather, launch, strike))));
        Desk desk = new Desk(systems, new InMemoryPendingRequests(), work);
        app.command("/bot", (request, context) ->
                desk.isAsked(request) ? desk.onCommand(request, context) : context.ack("plain"));
        desk.register(app);
    }

    @AfterEach
    void stop() {
        work.drain(Duration.ofSeconds(30));
        app.stop();
        slack.close();
    }

    @Test
    void leavesTheCommandWithoutWordsToTheBot() throws Exception {
        assertTrue(command("UANN", " ").getBody().contains("plain"));
    }

    @Test
    void knowsItsWordsAndRepeatsNoOthers() throws Exception {
        String help = command("UANN", "<!channel> `drop` tables").getBody();

        assertTrue(help.contains("/bot launch now") && help.contains("/bot weather"), help);
        assertFalse(help.contains("channel") || help.contains("tables"), help);
    }

    @Test
    void whatASystemSaysMentionsNobodyAndLinksNowhere() throws Exception {
        command("UEVE", "weather");

        assertEquals("&lt;!channel&gt; &amp; co - &lt;https://evil.example.com|Log in&gt;", answer(0, "text"));
    }

    @Test
    void doesItAfterAConfirmationAndWritesItDown() throws Exception {
        command("UANN", "launch now");
        assertEquals("ephemeral", answer(0, "response_type"));
        assertEquals(0, launch.done);

        click("UANN", "C1", Desk.CONFIRM, button(answer(0)));
        assertTrue(answer(1, "text").contains("It is done"), answer(1, "text"));
        assertEquals(1, launch.done);
        assertEquals(List.of("begins, for UANN", "done: It is done for UANN"), audited());
    }

    @Test
    void saysThatItIsDoneThoughTheAuditChannelHearsNothing() throws Exception {
        slack.insteadAnswers("POST /api/chat.postMessage", 200, "");
        command("UANN", "launch now");
        click("UANN", "C1", Desk.CONFIRM, button(answer(0)));

        assertTrue(answer(1, "text").contains("It is done"), answer(1, "text"));
        assertEquals(1, launch.done);
    }

    /** The click of somebody from another workspace comes with the team of the message. */
    @Test
    void anEqualIdOfAnotherWorkspaceIsSomebodyElse() throws Exception {
        command("UANN", "strike now");
        click("UANN", "C1", Desk.CONFIRM, button(answer(0)));
        answer(1);
        String id = button(posts("C1").get(0));

        clickFrom("T2", "UBEN", "C1", Desk.APPROVE, id);
        assertTrue(answer(2, "text").contains("does nothing"), answer(2, "text"));
        assertEquals(0, strike.done);
        commandFrom("T2", "UEVE", "weather");
        assertTrue(answer(3, "text").startsWith("You may not do this here"), answer(3, "text"));

        clickFrom("E1", "UBEN", "C1", Desk.APPROVE, id); // as Slack tells people of the bot's own organization
        assertTrue(answer(4, "text").contains("approved by <@UBEN>"), answer(4, "text"));
    }

    @Test
    void tellsWhomToAskAndWritesTheDenialDown() throws Exception {
        command("UEVE", "launch now");

        assertEquals("You may not do this here: `launch now`. Ask <@UZOE>.", answer(0, "text"));
        assertEquals(List.of("denied"), audited());
    }

    @Test
    void asksTheChannelForASecondPerson() throws Exception {
        command("UANN", "strike now");
        click("UANN", "C1", Desk.CONFIRM, button(answer(0)));
        answer(1);
        JsonObject asked = posts("C1").get(0);
        assertTrue(block(asked, 0).getAsJsonObject("text").get("verbatim").getAsBoolean(), asked.toString());
        String id = button(asked);

        click("UANN", "C1", Desk.APPROVE, id);
        assertEquals("Somebody else has to approve what you asked for.", answer(2, "text"));
        assertEquals("false", answer(2, "replace_original"));
        click("UEVE", "C1", Desk.APPROVE, id);
        assertTrue(answer(3, "text").startsWith("You may not do this here"), answer(3, "text"));
        assertEquals(0, strike.done);

        click("UBEN", "C1", Desk.APPROVE, id);
        assertTrue(answer(4, "text").contains("<@UANN>, approved by <@UBEN>"), answer(4, "text"));
        assertEquals("true", answer(4, "replace_original"));
        assertEquals(1, strike.done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":false,\"error\":\"missing_scope\"}", "{\"ok\":true}", "", "<html>"})
    void nobodyIsInAGroupThatSlackDoesNotTell(String said) throws Exception {
        slack.insteadAnswers("POST /api/usergroups.users.list", 200, said);
        command("UANN", "strike now");

        assertTrue(answer(0, "text").startsWith("You may not do this here"), answer(0, "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":false,\"error\":\"not_in_channel\"}", "", "<html>"})
    void whatNobodyCanBeAskedToApproveIsNotKept(String said) throws Exception {
        slack.insteadAnswers("POST /api/chat.postMessage", 200, said);
        command("UANN", "strike now");
        click("UANN", "C1", Desk.CONFIRM, button(answer(0)));

        assertTrue(answer(1, "text").contains("Invite me"), answer(1, "text"));
        click("UBEN", "C1", Desk.APPROVE, button(posts("C1").get(0)));
        assertTrue(answer(2, "text").contains("used or has expired"), answer(2, "text"));
        assertEquals(0, strike.done);
    }

    /** Denials, too, take work, and fill the audit channel. */
    @Test
    void oneWhoAsksTooOftenWaitsAndNobodyElse() throws Exception {
        for (int i = 0; i <= Pace.MOST; i++) {
            command("UEVE", "launch now");
            answer(i);
        }
        assertEquals("You ask more often than I answer. Wait a minute.", answer(Pace.MOST, "text"));
        assertEquals(Pace.MOST, audited().size());

        command("UANN", "launch now");
        assertEquals("It goes off now.", answer(Pace.MOST + 1, "text"));
    }

    private Response command(String user, String text) throws Exception {
        return commandFrom("T1", user, text);
    }

    private Response commandFrom(String team, String user, String text) throws Exception {
        return run("command=%2Fbot&text=" + encode(text) + "&user_id=" + user + "&team_id=" + team
                + "&channel_id=C1&trigger_id=1&response_url=" + encode(slack.address() + "/response"));
    }

    private Response click(String user, String channel, String action, String value) throws Exception {
        return clickFrom("T1", user, channel, action, value);
    }

    private Response clickFrom(String team, String user, String channel, String action, String value) throws Exception {
        return run("payload=" + encode("""
                {"type":"block_actions","user":{"id":"%s","team_id":"%s"},"team":{"id":"T1"},"channel":{"id":"%s"},
                 "trigger_id":"1","response_url":"%s/response",
                 "actions":[{"type":"button","action_id":"%s","block_id":"b","value":"%s"}]}"""
                .formatted(user, team, channel, slack.address(), action, value)));
    }

    private Response run(String body) throws Exception {
        Response response = app.run(new SlackRequestParser(app.config()).parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .queryString(Map.of())
                .headers(new RequestHeaders(
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded"))))
                .requestBody(body)
                .remoteAddress("127.0.0.1")
                .build()));
        assertEquals(200, response.getStatusCode());
        return response;
    }

    /** What came over the response URL. */
    private JsonObject answer(int number) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            List<PretendSystem.Call> answers =
                    slack.calls.stream().filter(call -> call.target().equals("/response")).toList();
            if (answers.size() > number) {
                return JsonParser.parseString(answers.get(number).body()).getAsJsonObject();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("No answer " + number);
    }

    private String answer(int number, String field) throws Exception {
        return answer(number).get(field).getAsString();
    }

    private List<JsonObject> posts(String channel) {
        return slack.calls.stream()
                .filter(call -> call.target().equals("/api/chat.postMessage"))
                .map(call -> form(call.body()))
                .filter(message -> message.get("channel").getAsString().equals(channel))
                .toList();
    }

    private List<String> audited() {
        return posts("CAUDIT").stream()
                .map(message -> message.get("text").getAsString().replaceFirst(".*` - ", ""))
                .toList();
    }

    private static JsonObject form(String body) {
        JsonObject form = new JsonObject();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            JsonElement json = parts[0].equals("blocks") ? JsonParser.parseString(value) : null;
            if (json == null) {
                form.addProperty(parts[0], value);
            } else {
                form.add(parts[0], json);
            }
        }
        return form;
    }

    /** The value of a message's first button. */
    private static String button(JsonObject message) {
        return block(message, 1).getAsJsonArray("elements").get(0).getAsJsonObject()
                .get("value").getAsString();
    }

    private static JsonObject block(JsonObject message, int number) {
        return message.getAsJsonArray("blocks").get(number).getAsJsonObject();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
