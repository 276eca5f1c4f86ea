package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.testing.BoltForJavaScript;
import dev.transportadvisor.testing.Bounded;
import dev.transportadvisor.testing.Slow;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Slack's own framework for JavaScript, as npm has it, on the local Slack. */
@Slow
class BoltForJavaScriptTest {

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, ManualTimeline.fromNow());
    private final BoltContract contract = new BoltContract(slack);
    private Process bot;

    @BeforeAll
    static void install() throws Exception {
        Optional<String> missing = BoltForJavaScript.install();
        assumeTrue(missing.isEmpty(), missing::get);
    }

    @AfterEach
    void close() throws Exception {
        if (bot != null) {
            bot.destroyForcibly();
            bot.waitFor(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS);
        }
        slack.close();
    }

    @Test
    void worksOverSocketMode() throws Exception {
        start("socket-mode");
        Eventually.holds("it connects", () -> !slack.connections().isEmpty());
        contract.holds();
        contract.holdsAfterARefresh();
    }

    @Test
    void worksOverTheEventsApi() throws Exception {
        slack.useEventsApi(URI.create("http://127.0.0.1:" + start("events-api") + "/slack/events"));
        contract.holds();
        contract.holdsForARequestUrl();
    }

    /** @return the port that it listens on; 0 with Socket Mode */
    private int start(String transport) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", "bot.js")
                .directory(BoltForJavaScript.FOLDER.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(slack.environment());
        builder.environment().put("TRANSPORT", transport);
        bot = Bounded.process(builder.start(), 120);
        BufferedReader out = bot.inputReader();
        StringBuilder log = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.startsWith("ready ")) {
            log.append(line).append('\n');
            line = out.readLine();
        }
        assertTrue(line != null, log::toString);
        drain(out);
        return Integer.parseInt(line.substring("ready ".length()));
    }

    /** A full pipe would stop the bot. */
    private static void drain(BufferedReader out) {
        Thread drain = new Thread(() -> out.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
    }
}
