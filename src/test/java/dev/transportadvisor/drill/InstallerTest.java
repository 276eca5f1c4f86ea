package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Identity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallerTest {

    /** Its path could be taken for a host. */
    private static final String REDIRECT_PATH = "//slack/oauth_redirect";

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT.withOAuth(
            new OAuthApp(List.of("https://bot.example.com" + REDIRECT_PATH), true, false)));
    private final List<HttpBot.Request> requests = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void goesWhereTheBotSendsItAndComesBackWithTheBotsCookie() {
        Map<String, String> headers = Map.of("Location", link("&"), "Set-Cookie", "state=7; HttpOnly");

        assertEquals(Optional.empty(), install(new HttpBot.Response(302, headers, ""), 200));

        assertEquals(2, requests.size());
        assertTrue(requests.get(1).path().startsWith(REDIRECT_PATH + "?code="), requests.get(1).path());
        assertEquals(List.of("state=7"), requests.get(1).headers().get("Cookie"));
    }

    @Test
    void followsTheLinkOfAPage() {
        String page = "<a href=\"" + link("&amp;") + "\">Add to Slack</a>";

        assertEquals(Optional.empty(), install(new HttpBot.Response(200, Map.of(), page), 302));
    }

    @ParameterizedTest
    @CsvSource({
        "404, '',     GET /slack/install answered 404 and leads to no page of Slack",
        "302, /login, Slack's page refused the link: Local Slack: install an app Local Slack invalid_client_id",
    })
    void saysWhyTheLinkLeadsNowhere(int status, String location, String trouble) {
        Map<String, String> headers = location.isEmpty() ? Map.of() : Map.of("Location", location);

        String said = install(new HttpBot.Response(status, headers, ""), 200).orElse("");

        assertTrue(said.startsWith(trouble), said);
    }

    @Test
    void saysThatTheBotDoesNotTakeThePersonBack() {
        HttpBot.Response start = new HttpBot.Response(302, Map.of("Location", link("&")), "");

        assertEquals(Optional.of("GET " + REDIRECT_PATH + " answered 500"), install(start, 500));
    }

    private String link(String and) {
        return slack.url() + "/oauth/v2/authorize?client_id=" + Identity.CLIENT_ID + and + "scope=chat:write";
    }

    /** Of a bot that answers its link with this, and who comes back with that. */
    private Optional<String> install(HttpBot.Response start, int end) {
        try (HttpBot bot = new HttpBot(request -> {
            requests.add(request);
            return request.path().equals(Installer.LINK) ? start : HttpBot.Response.of(end);
        })) {
            return new Installer(URI.create(slack.url()), bot.url().resolve("/")).install(Identity.TEAM);
        }
    }
}
