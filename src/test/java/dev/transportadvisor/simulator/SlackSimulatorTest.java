package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.source.InputException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The local Slack as other Java code uses it. */
class SlackSimulatorTest {

    @Test
    void whatWouldNotBeSentIsWithheldAndSaysWhy() {
        SimulatorSettings settings = SimulatorSettings.DEFAULT.withWithholding(
                payload -> payload.name().equals("message")
                        ? Optional.of("The app does not subscribe to message.channels.")
                        : Optional.empty());
        try (SlackSimulator slack = SlackSimulator.start(settings)) {
            Delivery withheld = slack.deliver(Payloads.message("hello"));
            assertEquals(Delivery.State.WITHHELD, withheld.state());
            assertEquals("The app does not subscribe to message.channels.", withheld.reason());
            assertEquals(0, withheld.attempts().size());
            assertEquals(
                    Delivery.State.WAITING,
                    slack.deliver(Payloads.appMention("hello")).state());
        }
    }

    @Test
    void itsEnvironmentIsWhatBotsExpect() {
        try (SlackSimulator slack = SlackSimulator.start()) {
            Map<String, String> environment = slack.environment();
            assertEquals(slack.url() + "api/", environment.get("SLACK_API_URL"));
            assertTrue(environment.get("SLACK_BOT_TOKEN").startsWith("xoxb-"));
            assertTrue(environment.get("SLACK_APP_TOKEN").startsWith("xapp-"));
            // Slack's Java SDK fails on shorter bot tokens.
            assertTrue(environment.values().stream().allMatch(value -> value.length() >= 16));
        }
    }

    @Test
    void twoCannotShareAPort() {
        try (SlackSimulator first = SlackSimulator.start()) {
            SimulatorSettings settings = SimulatorSettings.DEFAULT.withPort(first.port());
            InputException taken = assertThrows(InputException.class, () -> SlackSimulator.start(settings));
            assertEquals(
                    "Port " + first.port() + " is taken by another program. Choose another one, or 0 for a free one.",
                    taken.getMessage());
        }
    }

    @Test
    void anEventIsWrappedAndNumbered() {
        try (SlackSimulator slack = SlackSimulator.start()) {
            ObjectNode first = slack.deliver(Payloads.appMention("hello")).payload().body();
            ObjectNode second = slack.deliver(Payloads.appMention("hello")).payload().body();
            assertEquals("event_callback", first.path("type").asString());
            assertTrue(first.path("event_id").asString().startsWith("Ev"));
            assertTrue(!first.path("event_id").equals(second.path("event_id")));
            assertTrue(!first.at("/event/ts").equals(second.at("/event/ts")), "a message has its own time");
        }
    }

    @Test
    void aWholeEventStaysAsItIs() {
        try (SlackSimulator slack = SlackSimulator.start()) {
            ObjectNode given = JsonTree.parseObject("{\"type\":\"event_callback\",\"event_id\":\"EvMINE\","
                            + "\"event\":{\"type\":\"team_join\"}}")
                    .orElseThrow();
            Payload sent = slack.deliver(Payloads.event(given)).payload();
            assertEquals("EvMINE", sent.body().path("event_id").asString());
            assertEquals("team_join", sent.name());
            assertEquals(Identity.TEAM, sent.body().path("team_id").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger_id", "token", "api_app_id"})
    void whatPeopleDoCarriesWhatABotNeeds(String field) {
        try (SlackSimulator slack = SlackSimulator.start()) {
            for (Payload payload : new Payload[] {
                Payloads.slashCommand("/x", ""), Payloads.blockAction("x", ""), Payloads.globalShortcut("x"),
                Payloads.messageShortcut("x"), Payloads.viewSubmission("x", Map.of())
            }) {
                JsonNode value = slack.deliver(payload).payload().body().path(field);
                assertTrue(value.isString(), () -> payload.name() + " has no " + field);
            }
        }
    }
}
