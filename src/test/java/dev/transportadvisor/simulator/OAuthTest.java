package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.people.Place;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** How others install the app, what their tokens are good for, and how they remove it. */
class OAuthTest {

    private static final String REDIRECT = "https://bot.example.com/slack/oauth_redirect";
    private static final String LOCAL_REDIRECT = "http://127.0.0.1:4000/slack/oauth_redirect";

    private final ManualTimeline timeline = new ManualTimeline();
    private SlackSimulator slack = start(false);

    private SlackSimulator start(boolean rotates) {
        OAuthApp app = new OAuthApp(List.of(REDIRECT), true, rotates);
        return SlackSimulator.start(SimulatorSettings.DEFAULT.withOAuth(app), timeline);
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aPersonIsAskedAndSentBackWithACode() {
        HttpResponse<String> page = WebClient.of(slack).get(url(asked(LOCAL_REDIRECT)));

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("app_mentions:read"), page.body());
        assertTrue(page.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));

        Map<String, String> back = parameters(answer(LOCAL_REDIRECT, Identity.TEAM, "allow"));
        assertEquals("my&state", back.get("state"));
        assertFalse(back.get("code").isEmpty());
    }

    /** A bot's page or any other may link to the question; only a person answers it, on the local Slack's own page. */
    @Test
    void noPageFromElsewhereSaysYes() {
        WebClient client = WebClient.of(slack);
        String[] visit = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"};
        String yes = Form.encode(asked(LOCAL_REDIRECT)) + "&answer=allow&in=" + Identity.TEAM;
        String url = slack.url() + "oauth/v2/authorize";

        assertEquals(200, client.get(url + "?" + yes, visit).statusCode(), "it asks, whatever the link says");
        assertEquals(403, client.post(url, Form.TYPE, yes, visit).statusCode());
        assertEquals(403, client.post(url, Form.TYPE, yes, "Origin", "https://elsewhere.example").statusCode());
        assertEquals(403, client.post(url, Form.TYPE, yes, "Origin", "null").statusCode());
        visit[5] = "iframe";
        assertEquals(403, client.get(url + "?" + yes, visit).statusCode());
    }

    @Test
    void aPersonWhoDeniesIsSentBackWithoutACode() {
        assertEquals(
                LOCAL_REDIRECT + "?error=access_denied&state=my%26state",
                answer(LOCAL_REDIRECT, "", "deny").toString());
    }

    /** Behind the address that the manifest names stands the bot on this machine; nobody is sent elsewhere. */
    @Test
    void aPersonStaysOnThisMachine() {
        assertEquals("localhost:3000", answer("", Identity.TEAM, "allow").getAuthority());

        slack.useEventsApi(URI.create("http://127.0.0.1:4100/slack/events"));
        assertEquals("127.0.0.1:4100", answer(REDIRECT, Identity.TEAM, "allow").getAuthority());
        assertEquals("/slack/oauth_redirect/two", answer(REDIRECT + "/two", Identity.TEAM, "allow").getPath());
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, 42, invalid_client_id",
        "scope, '', no_scopes",
        "redirect_uri, https://elsewhere.example.com/, bad_redirect_uri",
        "redirect_uri, https://bot.example.com/slack/oauth_redirect.evil, bad_redirect_uri",
    })
    void nobodyIsSentAnywhereWithAWrongLink(String parameter, String value, String error) {
        Map<String, String> asked = asked("");
        asked.put(parameter, value);

        HttpResponse<String> page = WebClient.of(slack).get(url(asked));

        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains(error), page.body());
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = code(Identity.TEAM);

        ObjectNode first = exchange(code, "");
        assertTrue(first.path("ok").asBoolean(), first.toString());
        assertEquals(Identity.TEAM, first.at("/team/id").asString());
        assertTrue(first.path("enterprise").isNull());
        assertEquals("app_mentions:read,chat:write", first.path("scope").asString());
        assertEquals(Identity.USER, first.at("/authed_user/id").asString());
        assertEquals("code_already_used", exchange(code, "").path("error").asString());
    }

    @Test
    void aCodeExpires() {
        String code = code(Identity.TEAM);
        timeline.advance(Limits.OAUTH_CODE_LIFE.plusSeconds(1));

        assertEquals("invalid_code", exchange(code, "").path("error").asString());
    }

    @Test
    void aCodeIsForItsRedirect() {
        String code = parameters(answer(LOCAL_REDIRECT, Identity.TEAM, "allow")).get("code");

        assertEquals("bad_redirect_uri", exchange(code, "").path("error").asString());
        assertTrue(exchange(code, LOCAL_REDIRECT).path("ok").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, local-slack-client-secret, invalid_client_id",
        "1000000000000.2000000000000, guessed, bad_client_secret"
    })
    void onlyTheAppGetsTokens(String id, String secret, String error) {
        String credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));

        assertEquals(error, access("code=" + code(Identity.TEAM), credentials).path("error").asString());
    }

    /** Each token is of the place where somebody has said yes, and sees nothing of another. */
    @Test
    void aTokenIsOfItsWorkspace() {
        String first = install(Identity.TEAM).path("access_token").asString();
        String second = install(Team.SECOND.id()).path("access_token").asString();

        assertNotEquals(first, second);
        assertEquals(Team.FIRST.id(), call("auth.test", first, "").path("team_id").asString());
        assertEquals(Team.SECOND.id(), call("auth.test", second, "").path("team_id").asString());
        assertTrue(call("chat.postMessage", second, "channel=C0SIMTWO0&text=hi").path("ok").asBoolean());
        assertEquals(
                "channel_not_found",
                call("chat.postMessage", first, "channel=C0SIMTWO0&text=hi").path("error").asString());
        assertEquals("invalid_auth", call("auth.test", "xoxb-guessed", "").path("error").asString());
        assertEquals(List.of(Team.FIRST.id(), Team.SECOND.id()), slack.departures().installations().all());
    }

    @Test
    void aTokenOfTheOrganizationIsForAllWorkspaces() {
        ObjectNode installed = install(Installation.ENTERPRISE);
        String token = installed.path("access_token").asString();

        assertTrue(installed.path("is_enterprise_install").asBoolean());
        assertTrue(installed.path("team").isNull());
        assertEquals(Installation.ENTERPRISE, installed.at("/enterprise/id").asString());
        assertTrue(call("auth.test", token, "").path("is_enterprise_install").asBoolean());
        assertTrue(call("chat.postMessage", token, "channel=C0SIMTWO0&text=hi").path("ok").asBoolean());
    }

    @Test
    void aWorkspaceGetsOnlyWhatItHasInstalled() {
        assertTrue(event(Place.of("C0SIMTWO0")).at("/authorizations/0/is_enterprise_install").isBoolean());

        install(Team.SECOND.id());
        assertEquals(Team.SECOND.id(), event(Place.of("C0SIMTWO0")).at("/authorizations/0/team_id").asString());
        Delivery withheld = slack.deliver(Payloads.appMention("hello"));
        assertEquals(Delivery.State.WITHHELD, withheld.state());
        assertTrue(withheld.reason().contains("not installed"), withheld.reason());

        install(Installation.ENTERPRISE);
        ObjectNode first = slack.deliver(Payloads.appMention("hello")).payload().body();
        assertTrue(first.at("/authorizations/0/is_enterprise_install").asBoolean());
        ObjectNode second = event(Place.of("C0SIMTWO0"));
        assertFalse(second.at("/authorizations/0/is_enterprise_install").asBoolean(), "its own comes first");
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        slack.close();
        slack = start(true);
        ObjectNode installed = install(Identity.TEAM);
        assertEquals(Limits.TOKEN_LIFE.toSeconds(), installed.path("expires_in").asLong());
        String refresh = "grant_type=refresh_token&refresh_token=" + installed.path("refresh_token").asString();

        ObjectNode rotated = access(refresh, credentials());
        assertTrue(rotated.path("ok").asBoolean(), rotated.toString());
        assertEquals("invalid_refresh_token", access(refresh, credentials()).path("error").asString());

        String old = installed.path("access_token").asString();
        assertTrue(call("auth.test", old, "").path("ok").asBoolean());
        timeline.advance(Limits.TOKEN_LIFE.plus(Duration.ofSeconds(1)));
        assertEquals("token_expired", call("auth.test", old, "").path("error").asString());
    }

    @Test
    void aTokenCanBeRevoked() {
        String token = install(Identity.TEAM).path("access_token").asString();

        assertFalse(call("auth.revoke", token, "test=1").path("revoked").asBoolean());
        assertTrue(call("auth.revoke", token, "").path("revoked").asBoolean());

        assertEquals("account_inactive", call("auth.test", token, "").path("error").asString());
        assertEquals(List.of("tokens_revoked"), departures());
    }

    /** A bot may keep it for longer than a local Slack lives. */
    @Test
    void aTokenOfAnotherLocalSlackIsGoodUntilItIsRevoked() {
        String token = install(Team.SECOND.id()).path("access_token").asString();
        slack.close();
        slack = start(false);
        assertEquals(Team.SECOND.id(), call("auth.test", token, "").path("team_id").asString());
        assertEquals(
                "invalid_auth",
                call("auth.test", token.replace(Team.SECOND.id(), "T0NOWHERE"), "").path("error").asString());

        assertTrue(call("auth.revoke", token, "").path("revoked").asBoolean());

        assertEquals("account_inactive", call("auth.test", token, "").path("error").asString());
        ObjectNode told = slack.deliveries().get(0).payload().body();
        assertEquals(Team.SECOND.id(), told.path("team_id").asString());
        assertEquals(Identity.BOT_USER, told.at("/event/tokens/bot/0").asString());
    }

    /** A bot that was set up for Slack itself sends real ones. */
    @Test
    void secretsAreNotKept() {
        access("grant_type=refresh_token&refresh_token=xoxe-1-real", credentials());
        assertEquals(
                Set.of("grant_type", "client_id"),
                Set.copyOf(slack.journal().calls("oauth.v2.access").get(0).arguments().propertyNames()));
    }

    @Test
    void theAppIsToldOfItsRemovalInEitherOrder() {
        for (List<String> order : List.of(
                List.of("app_uninstalled", "tokens_revoked"), List.of("tokens_revoked", "app_uninstalled"))) {
            String token = install(Identity.TEAM).path("access_token").asString();
            int before = departures().size();

            slack.departures().uninstall(Identity.TEAM);

            assertEquals(order, departures().subList(before, before + 2));
            assertEquals("account_inactive", call("auth.test", token, "").path("error").asString());
        }
        ObjectNode told = slack.deliveries().get(0).payload().body();
        assertEquals(Identity.TEAM, told.path("team_id").asString());
        assertFalse(told.has("authorizations"));
    }

    @Test
    void theAppCanRemoveItselfFromAnOrganization() {
        String token = install(Installation.ENTERPRISE).path("access_token").asString();

        assertTrue(call("apps.uninstall", token, "client_id=" + Identity.CLIENT_ID + "&client_secret="
                + Identity.CLIENT_SECRET).path("ok").asBoolean());

        ObjectNode told = slack.deliveries().get(0).payload().body();
        assertEquals(Installation.ENTERPRISE, told.path("enterprise_id").asString());
        assertFalse(told.has("team_id"));
    }

    private List<String> departures() {
        return slack.deliveries().stream()
                .map(delivery -> delivery.payload().name())
                .filter(name -> name.equals("app_uninstalled") || name.equals("tokens_revoked"))
                .toList();
    }

    private ObjectNode event(Place place) {
        return slack.people()
                .talk()
                .mention(Person.of("U0SIMDEE0"), place, "hello", Optional.empty(), JsonTree.object())
                .payload()
                .body();
    }

    private ObjectNode install(String where) {
        return exchange(code(where), "");
    }

    private String code(String where) {
        return parameters(answer("", where, "allow")).get("code");
    }

    private ObjectNode exchange(String code, String redirect) {
        return access("code=" + code + (redirect.isEmpty() ? "" : "&redirect_uri=" + redirect), credentials());
    }

    private ObjectNode access(String form, String credentials) {
        return WebClient.json(WebClient.of(slack)
                .post(slack.apiUrl() + "oauth.v2.access", Form.TYPE, form, "Authorization", "Basic " + credentials));
    }

    private ObjectNode call(String method, String token, String form) {
        return WebClient.of(slack).call(method, token, form);
    }

    private URI answer(String redirect, String where, String answer) {
        Map<String, String> form = asked(redirect);
        form.put("in", where);
        form.put("answer", answer);
        HttpResponse<String> reply =
                WebClient.of(slack).post(slack.url() + "oauth/v2/authorize", Form.TYPE, Form.encode(form));
        assertEquals(302, reply.statusCode(), reply.body());
        return URI.create(reply.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> asked(String redirect) {
        Map<String, String> asked = new HashMap<>(Map.of(
                "client_id", Identity.CLIENT_ID, "scope", "app_mentions:read,chat:write", "state", "my&state"));
        Stream.of(redirect).filter(url -> !url.isEmpty()).forEach(url -> asked.put("redirect_uri", url));
        return asked;
    }

    private String url(Map<String, String> asked) {
        return slack.url() + "oauth/v2/authorize?" + Form.encode(asked);
    }

    private static Map<String, String> parameters(URI url) {
        return Form.decode(url.getRawQuery());
    }

    private static String credentials() {
        return Base64.getEncoder()
                .encodeToString((Identity.CLIENT_ID + ":" + Identity.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    }
}
