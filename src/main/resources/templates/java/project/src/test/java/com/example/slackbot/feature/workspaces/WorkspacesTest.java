package com.example.slackbot.feature.workspaces;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.Payloads;
import com.example.slackbot.PretendSlack;
import com.example.slackbot.RunningBot;
import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens between an installation and its end, over both transports. */
@ParameterizedClass
@EnumSource
class WorkspacesTest {
    private static final String ID = "123.456";
    private static final String SECRET = "client-secret-for-loopback";

    @Parameter
    Transport.Kind transport;

    private PretendSlack slack;
    private RunningBot running;
    private Path data;

    @BeforeEach
    void start() throws Exception {
        slack = new PretendSlack();
        Map<String, String> environment = RunningBot.environment(slack, transport);
        environment.remove("SLACK_BOT_TOKEN");
        environment.put("SLACK_CLIENT_ID", ID);
        environment.put("SLACK_CLIENT_SECRET", SECRET);
        environment.put("TOKEN_KEY", KeyRingTest.OLD);
        data = Path.of(environment.get("DATA_DIR"));
        running = RunningBot.start(slack, transport, environment);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void theLinkLeadsToSlackWithTheScopesOfTheManifest() throws Exception {
        HttpResponse<String> link = get("/slack/install", "");

        assertEquals(302, link.statusCode());
        URI slackPage = URI.create(link.headers().firstValue("Location").orElseThrow());
        assertEquals(slack.apiUrl().replace("/api", "/oauth/v2/authorize"), slackPage.toString().split("\\?")[0]);
        assertTrue(slackPage.getQuery().contains("client_id=" + ID), slackPage.getQuery());
        assertTrue(slackPage.getQuery().contains("scope=app_mentions:read,chat:write,commands"), slackPage.getQuery());
        String cookie = link.headers().firstValue("Set-Cookie").orElseThrow();
        for (String attribute : List.of("__Host-", "Path=/;", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
    }

    /** Two workspaces and an organization: each has its own token, and none that of another. */
    @Test
    void eachInstallationIsAnsweredWithItsOwnToken() throws Exception {
        assertEquals(200, install(team("T1", "xoxb-of-T1")).statusCode());
        assertEquals(200, install(team("T2", "xoxb-of-T2")).statusCode());
        assertEquals(200, install(organization("E1", "xoxb-of-E1")).statusCode());

        for (String team : List.of("T1", "T2")) {
            assertTrue(running.delivery.event(mention(team, null, false)).acknowledged());
            assertEquals("Bearer xoxb-of-" + team, credentialsOfReply());
        }
        assertTrue(running.delivery.event(mention("T3", "E1", true)).acknowledged());
        assertEquals("Bearer xoxb-of-E1", credentialsOfReply());
        // A workspace with an installation of its own in that organization.
        assertTrue(running.delivery.event(mention("T1", "E1", false)).acknowledged());
        assertEquals("Bearer xoxb-of-T1", credentialsOfReply());
        assertEquals(List.of(), slack.callsTo("auth.test"));
    }

    @Test
    void whoeverHasNotInstalledItGetsNothing() throws Exception {
        install(team("T1", "xoxb-of-T1"));

        assertTrue(running.delivery.event(mention("T9", null, false)).acknowledged());
        assertTrue(running.delivery.event(mention("T9", "E9", true)).acknowledged());
        JsonObject command = Payloads.command(slack.responseUrl());
        command.addProperty("team_id", "T9");
        JsonObject answer = running.delivery.command(command).body();

        assertTrue(answer.get("text").getAsString().contains("not installed"), answer.toString());
        assertEquals(List.of(), slack.callsTo("chat.postMessage"));
    }

    @Test
    void theAppProvesWhoItIsToSlack() throws Exception {
        install(team("T1", "xoxb-of-T1"));

        PretendSlack.Call exchange = slack.callsTo("oauth.v2.access").get(0);
        assertEquals("a-code", exchange.body().get("code"));
        assertEquals(
                "Basic " + Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8)),
                exchange.credentials());
    }

    @Test
    void nobodyEndsAnInstallationThatTheirBrowserHasNotBegun() throws Exception {
        Begun own = begin();
        Begun other = begin();

        assertEquals(400, get(back(own.state()), "").statusCode(), "no cookie");
        assertEquals(400, get(back(other.state()), own.cookie()).statusCode(), "another's state");
        assertEquals(400, get(back("guessed"), "__Host-slack-install=guessed").statusCode(), "never given out");
        assertEquals(400, get("/slack/oauth_redirect?code=a-code", own.cookie()).statusCode(), "no state");
        assertEquals(List.of(), slack.callsTo("oauth.v2.access"));
    }

    @Test
    void aStateIsUsedOnce() throws Exception {
        slack.answer("oauth.v2.access", team("T1", "xoxb-of-T1"));
        Begun begun = begin();

        assertEquals(200, get(back(begun.state()), begun.cookie()).statusCode());
        assertEquals(400, get(back(begun.state()), begun.cookie()).statusCode());
        assertEquals(1, slack.callsTo("oauth.v2.access").size());
    }

    @Test
    void whoeverSaysNoInstallsNothing() throws Exception {
        Begun begun = begin();

        HttpResponse<String> page =
                get("/slack/oauth_redirect?error=access_denied&state=" + begun.state(), begun.cookie());

        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("Nothing was installed"), page.body());
        assertEquals(List.of(), slack.callsTo("oauth.v2.access"));
    }

    @Test
    void aCodeThatSlackRefusesIsShownToNobody() throws Exception {
        HttpResponse<String> page = install("{\"ok\":false,\"error\":\"invalid_code\"}");

        assertEquals(400, page.statusCode());
        assertFalse(page.body().contains("a-code"), page.body());
    }

    @Test
    void noPageIsKeptOrFramed() throws Exception {
        HttpResponse<String> page = install(team("T1", "xoxb-of-T1").replace("Team T1", "<script>alert(1)</script>"));

        assertFalse(page.body().contains("<script>"), page.body());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    }

    /** Anybody may ask for an installation: the bot's threads and its database are for Slack first. */
    @Test
    void whereTooManyComeTheLastIsToldSoAtOnce() throws Exception {
        slack.answer("oauth.v2.access", team("T1", "xoxb-of-T1"));
        slack.tokensAllowed.drainPermits();
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Begun begun = begin();
            requests.add(HttpRequest.newBuilder(uri(back(begun.state()))).header("Cookie", begun.cookie()).build());
        }
        HttpClient browsers = HttpClient.newHttpClient();
        List<CompletableFuture<String>> pages = requests.stream()
                .map(request -> browsers.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                        .thenApply(page -> page.statusCode() + page.body()))
                .toList();

        Object first = CompletableFuture.anyOf(pages.toArray(CompletableFuture[]::new)).get();
        slack.tokensAllowed.release(1_000_000);

        assertTrue(first.toString().startsWith("503") && first.toString().contains("Too many"), first::toString);
        int installed = 0;
        for (CompletableFuture<String> page : pages) {
            installed += page.get().startsWith("200") ? 1 : 0;
        }
        assertEquals(8, installed);
    }

    @Test
    void theRoutesAreForBrowsersOnly() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/slack/install"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertEquals(405, HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.ofString())
                .statusCode());
    }

    /** In either order, and the tokens of people as well. */
    @ParameterizedTest
    @ValueSource(strings = {"app_uninstalled,tokens_revoked", "tokens_revoked,app_uninstalled", "app_uninstalled"})
    void nothingIsLeftAfterARemoval(String order) throws Exception {
        install(withPerson("T1", "xoxb-of-T1", "xoxp-of-U1"));
        install(team("T2", "xoxb-of-T2"));

        for (String event : order.split(",")) {
            running.delivery.event(departure("T1", event, Instant.now().plusSeconds(1)));
        }

        // Whoever asked while it was there would have it remembered for a minute.
        eventually(() -> places().equals(List.of("T2")));
        eventually(() -> isForgotten("T1"));
        assertTrue(running.delivery.event(mention("T2", null, false)).acknowledged());
        assertEquals("Bearer xoxb-of-T2", credentialsOfReply());
    }

    /** Slack's event of an organization names no workspace. */
    @Test
    void anOrganizationsRemovalEndsItsOwnInstallationOnly() throws Exception {
        install(organization("E1", "xoxb-of-E1"));
        install(team("T1", "xoxb-of-T1"));
        JsonObject removal = departure("T1", "app_uninstalled", Instant.now().plusSeconds(1));
        removal.remove("team_id");
        removal.addProperty("enterprise_id", "E1");

        running.delivery.event(removal);

        eventually(() -> places().equals(List.of("T1")));
    }

    @Test
    void aLateEventEndsNoNewerInstallation() throws Exception {
        install(team("T1", "xoxb-of-T1"));

        running.delivery.event(departure("T1", "app_uninstalled", Instant.now().minus(Duration.ofHours(1))));

        eventually(() -> !slack.callsTo("auth.test").isEmpty());
        assertTrue(running.delivery.event(mention("T1", null, false)).acknowledged());
        assertEquals("Bearer xoxb-of-T1", credentialsOfReply());
    }

    /** This machine's clock may be wrong; Slack knows. */
    @Test
    void aLateEventEndsWhatSlackTakesNoMore() throws Exception {
        install(team("T1", "xoxb-of-T1"));
        slack.refuse("auth.test", "account_inactive");

        running.delivery.event(departure("T1", "app_uninstalled", Instant.now().minus(Duration.ofHours(1))));

        eventually(() -> places().isEmpty());
        eventually(() -> isForgotten("T1"));
    }

    @Test
    void aTokenThatExpiresIsExchangedOnce() throws Exception {
        install("""
                {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1-first","expires_in":60,
                 "bot_user_id":"U0BOT","is_enterprise_install":false,"team":{"id":"T1","name":"Team T1"}}""");
        slack.answer("oauth.v2.access", """
                {"ok":true,"access_token":"xoxe.xoxb-2","refresh_token":"xoxe-1-second","expires_in":43200,
                 "bot_user_id":"U0BOT","is_enterprise_install":false,"team":{"id":"T1","name":"Team T1"}}""");

        for (int i = 0; i < 3; i++) {
            running.delivery.event(mention("T1", null, false));
            assertEquals("Bearer xoxe.xoxb-2", credentialsOfReply());
        }

        List<PretendSlack.Call> exchanges = slack.callsTo("oauth.v2.access");
        assertEquals(2, exchanges.size());
        assertEquals("refresh_token", exchanges.get(1).body().get("grant_type"));
        assertEquals("xoxe-1-first", exchanges.get(1).body().get("refresh_token"));
    }

    @Test
    void aTokenIsUsedAsLongAsItIsGood() throws Exception {
        install("""
                {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1-first","expires_in":60,
                 "bot_user_id":"U0BOT","is_enterprise_install":false,"team":{"id":"T1","name":"Team T1"}}""");
        slack.answer("oauth.v2.access", "{\"ok\":false,\"error\":\"invalid_refresh_token\"}");

        for (int i = 0; i < 2; i++) {
            running.delivery.event(mention("T1", null, false));
            assertEquals("Bearer xoxe.xoxb-1", credentialsOfReply());
        }
        assertEquals(2, slack.callsTo("oauth.v2.access").size(), "Slack is not asked each time");
    }

    @Test
    void aTokenThatSlackGivesNoNewOneForEndsItsInstallation() throws Exception {
        install("""
                {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1-first","expires_in":0,
                 "bot_user_id":"U0BOT","is_enterprise_install":false,"team":{"id":"T1","name":"Team T1"}}""");
        slack.answer("oauth.v2.access", "{\"ok\":false,\"error\":\"invalid_refresh_token\"}");

        assertTrue(isForgotten("T1"));
        assertTrue(isForgotten("T1"));

        assertEquals(2, slack.callsTo("oauth.v2.access").size(), "Slack is not asked for ever");
    }

    private record Begun(String state, String cookie) {}

    private HttpResponse<String> install(String answer) throws Exception {
        slack.answer("oauth.v2.access", answer);
        Begun begun = begin();
        return get(back(begun.state()), begun.cookie());
    }

    private Begun begin() throws Exception {
        HttpResponse<String> link = get("/slack/install", "");
        String location = link.headers().firstValue("Location").orElseThrow();
        String state = Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .filter(pair -> pair.startsWith("state="))
                .findFirst()
                .orElseThrow()
                .substring("state=".length());
        return new Begun(state, link.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    private static String back(String state) {
        return "/slack/oauth_redirect?code=a-code&state=" + state;
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        if (!cookie.isEmpty()) {
            request.header("Cookie", "other=1; " + cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running.bot.port() + path);
    }

    private static String team(String id, String token) {
        return """
                {"ok":true,"access_token":"%s","bot_user_id":"U0BOT","is_enterprise_install":false,
                 "team":{"id":"%s","name":"Team %s"},"enterprise":null,"authed_user":{"id":"U1"}}"""
                .formatted(token, id, id);
    }

    private static String organization(String id, String token) {
        return """
                {"ok":true,"access_token":"%s","bot_user_id":"U0BOT","is_enterprise_install":true,
                 "team":null,"enterprise":{"id":"%s","name":"Org"},"authed_user":{"id":"U1"}}"""
                .formatted(token, id);
    }

    private static String withPerson(String id, String token, String person) {
        return team(id, token).replace("{\"id\":\"U1\"}", "{\"id\":\"U1\",\"access_token\":\"" + person + "\"}");
    }

    private static JsonObject mention(String team, String enterprise, boolean isOrgWide) {
        JsonObject mention = Payloads.mention("hi");
        mention.addProperty("team_id", team);
        mention.add("authorizations", JsonParser.parseString("""
                [{"enterprise_id":%s,"team_id":%s,"user_id":"U0BOT","is_bot":true,"is_enterprise_install":%s}]"""
                .formatted(quoted(enterprise), isOrgWide ? "null" : quoted(team), isOrgWide)));
        return mention;
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static JsonObject departure(String team, String event, Instant at) {
        JsonObject payload = Payloads.event(event.equals("app_uninstalled")
                ? "{\"type\":\"app_uninstalled\"}"
                : "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U1\"],\"bot\":[\"U0BOT\"]}}");
        payload.addProperty("team_id", team);
        payload.addProperty("event_time", at.getEpochSecond());
        return payload;
    }

    /** A command of somebody there is answered so, which looks at no cache of a minute, since nothing is known. */
    private boolean isForgotten(String team) throws Exception {
        JsonObject command = Payloads.command(slack.responseUrl());
        command.addProperty("team_id", team);
        JsonObject answer = running.delivery.command(command).body();
        return answer != null && answer.get("text").getAsString().contains("not installed");
    }

    /** Where the database has a token for, a bot's or a person's. */
    private List<String> places() throws Exception {
        List<String> places = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("installations.db"));
                ResultSet row = database.createStatement().executeQuery("select installed_in from slack_token")) {
            while (row.next()) {
                places.add(row.getString(1));
            }
        }
        return places;
    }

    private int replies;

    private String credentialsOfReply() throws Exception {
        replies++;
        eventually(() -> slack.callsTo("chat.postMessage").size() == replies);
        return slack.callsTo("chat.postMessage").get(replies - 1).credentials();
    }
}
