package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.web.WebClient;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What an app that is installed in a whole organization gets, over both transports. */
class OrgWideInstallationTest {

    private final SlackSimulator slack =
            SlackSimulator.start(SimulatorSettings.DEFAULT.withInstallation(Installation.ORGANIZATION));
    private final BlockingQueue<HttpBot.Request> requests = new LinkedBlockingQueue<>();
    private final HttpBot bot = new HttpBot(request -> {
        requests.add(request);
        return HttpBot.Response.of(200);
    });
    private SocketBot socketBot;

    private enum Way {
        HTTP,
        SOCKET
    }

    @AfterEach
    void close() {
        if (socketBot != null) {
            socketBot.close();
        }
        slack.close();
        bot.close();
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsAuthorizedByTheOrganization(Way way) throws Exception {
        ObjectNode event = receive(way, Payloads.message("hello"));
        assertEquals(Identity.TEAM, event.path("team_id").asString(), "where it happened");
        assertEquals(Installation.ENTERPRISE, event.path("enterprise_id").asString());
        assertEquals(Installation.ENTERPRISE, event.at("/authorizations/0/enterprise_id").asString());
        assertTrue(event.at("/authorizations/0/team_id").isNull());
        assertTrue(event.at("/authorizations/0/is_enterprise_install").asBoolean());
    }

    @ParameterizedTest
    @EnumSource
    void anEventAboutWorkspacesIsOfNone(Way way) throws Exception {
        ObjectNode granted = JsonTree.object().put("type", "team_access_granted");
        granted.putArray("team_ids").add(Identity.TEAM);
        assertFalse(receive(way, Payloads.event(granted)).has("team_id"));
    }

    /** A script may send whatever it likes. */
    @Test
    void anEventWithOtherAuthorizationsIsSentAsItIs() throws Exception {
        ObjectNode whole = JsonTree.object().put("type", "event_callback");
        whole.putArray("authorizations").add("nobody");
        assertEquals("nobody", receive(Way.HTTP, Payloads.event(whole)).at("/authorizations/0").asString());
    }

    @ParameterizedTest
    @EnumSource
    void anInteractionNamesNoTeam(Way way) throws Exception {
        ObjectNode shortcut = receive(way, Payloads.globalShortcut("start"));
        assertTrue(shortcut.path("team").isNull());
        assertTrue(shortcut.path("is_enterprise_install").asBoolean());
        assertEquals(Installation.ENTERPRISE, shortcut.at("/enterprise/id").asString());
        assertEquals(Identity.TEAM, shortcut.at("/user/team_id").asString());
    }

    @ParameterizedTest
    @EnumSource
    void aCommandNamesBoth(Way way) throws Exception {
        ObjectNode command = receive(way, Payloads.slashCommand("/greet", ""));
        assertEquals("true", command.path("is_enterprise_install").asString());
        assertEquals(Installation.ENTERPRISE, command.path("enterprise_id").asString());
        assertEquals(Identity.TEAM, command.path("team_id").asString());
    }

    @Test
    void theTokenIsTheOrganizations() {
        WebClient client = WebClient.of(slack);
        ObjectNode test = client.call("auth.test", Identity.BOT_TOKEN, "");
        assertTrue(test.path("is_enterprise_install").asBoolean());

        slack.install(Installation.WORKSPACE);
        assertFalse(client.call("auth.test", Identity.BOT_TOKEN, "").path("is_enterprise_install").asBoolean());
    }

    /** The payload as it reaches the bot. */
    private ObjectNode receive(Way way, Payload payload) throws Exception {
        if (way == Way.SOCKET) {
            socketBot = SocketBot.connect(slack, envelope -> JsonTree.object());
            assertEquals("hello", socketBot.next().path("type").asString());
            slack.deliver(payload);
            return (ObjectNode) socketBot.next().path("payload");
        }
        slack.useEventsApi(bot.url());
        slack.deliver(payload);
        String body = requests.poll(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS).body();
        return switch (payload.kind()) {
            case EVENT -> JsonTree.parseObject(body).orElseThrow();
            case INTERACTION -> JsonTree.parseObject(Form.decode(body).get("payload")).orElseThrow();
            default -> {
                ObjectNode fields = JsonTree.object();
                Form.decode(body).forEach(fields::put);
                yield fields;
            }
        };
    }
}
