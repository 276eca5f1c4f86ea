package dev.transportadvisor.report.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines that the terminal shows while a local Slack runs. */
class SimulateLinesTest {

    @Test
    void aConnectionIsToldOf() {
        assertEquals(
                "The bot has connected: socket-1.\n",
                SimulateFormatter.connection("socket-1", Connection.State.OPEN));
        assertEquals("socket-1 is closed.\n", SimulateFormatter.connection("socket-1", Connection.State.CLOSED));
    }

    @Test
    void aDeliverySaysWhatBecameOfIt() {
        HttpBot bot = new HttpBot(request -> HttpBot.Response.of(request.body().contains("%2Fbad") ? 500 : 200));
        try (SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline())) {
            assertEquals("/x failed: no_connection", line(slack.deliver(Payloads.slashCommand("/x", ""))));
            slack.useEventsApi(bot.url());
            assertEquals("/x acknowledged after N ms", line(slack.deliver(Payloads.slashCommand("/x", ""))));
            assertEquals(
                    "/bad failed: http_error (HTTP 500)", line(slack.deliver(Payloads.slashCommand("/bad", ""))));
        } finally {
            bot.close();
        }
    }

    @Test
    void whyItWasWithheldIsSaidAndNothingControlsTheTerminal() {
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withWithholding(payload -> Optional.of("Not subscribed."));
        try (SlackSimulator slack = SlackSimulator.start(settings)) {
            String line = line(slack.deliver(Payloads.slashCommand("/x\u001b[2J", "")));
            assertTrue(line.endsWith("[2J withheld: Not subscribed."), line);
            assertEquals(-1, line.indexOf('\u001b'), line);
        }
    }

    /** Without the time, and without how long it took. */
    private static String line(Delivery delivery) {
        delivery.await(Eventually.BOUND);
        return SimulateFormatter.delivery(delivery)
                .strip()
                .replaceFirst("^\\d\\d:\\d\\d:\\d\\d ", "")
                .replaceFirst("\\d+ ms", "N ms");
    }
}
