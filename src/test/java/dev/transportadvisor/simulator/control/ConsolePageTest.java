package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import dev.transportadvisor.testing.Chromium;
import dev.transportadvisor.testing.Slow;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
@Slow
class ConsolePageTest {

    @TempDir
    static Path profile;

    private static Chromium page;

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "needs Chromium: apt-get install chromium");
        page = Chromium.start(Chromium.installed().get(), profile);
    }

    @BeforeEach
    void open() throws Exception {
        page.open(slack.url());
        page.await("document.getElementById('summary')?.textContent.startsWith('Socket Mode')");
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @AfterAll
    static void end() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void itShowsWhySomethingWasWithheld() throws Exception {
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withWithholding(payload -> Optional.of("Not subscribed."));
        try (SlackSimulator strict = SlackSimulator.start(settings)) {
            page.open(strict.url());
            page.await("document.getElementById('summary')?.textContent.startsWith('Socket Mode')");
            press("events");
            page.await(text("deliveries") + ".includes('withheldNot subscribed.')");
        }
    }

    @Test
    void itsButtonsReachTheBotAndShowWhatBecomesOfIt() throws Exception {
        SocketBot bot = SocketBot.connect(slack);
        page.await(text("connections") + ".includes('socket-1')");

        press("events");
        page.await(text("deliveries") + ".includes('app_mention')");
        page.await(text("deliveries") + ".includes('acknowledged')");
        press("commands");
        page.await(text("deliveries") + ".includes('/hello')");
        press("clicks");
        page.await(text("deliveries") + ".includes('block_actions button')");
        press("connections");
        page.await(text("connections") + ".includes('warned')");
        press("faults");
        page.await("document.getElementById('message').textContent === 'Done.'");

        WebClient.of(slack).call("chat.postMessage", Identity.BOT_TOKEN, "channel=C01&text=x");
        page.await(text("journal") + ".includes('ratelimited (429)')");
        assertEquals(3, slack.deliveries().size());
        bot.close();
    }

    @Test
    void whatABotSendsIsTextAndNoMarkup() throws Exception {
        String markup = "<img src=x onerror=document.title=1>";
        slack.deliver(Payloads.slashCommand("/" + markup, ""));
        WebClient.of(slack).call("chat.postMessage", Identity.BOT_TOKEN, "channel=C01&text=" + markup);

        page.await(text("journal") + ".includes('<img') && " + text("deliveries") + ".includes('<img')");
        assertEquals(0, page.evaluate("document.querySelectorAll('img').length").asInt());
        assertEquals("Local Slack", page.evaluate("document.title").asString());
    }

    @Test
    void everyFieldHasALabelAndEverySectionAHeading() throws Exception {
        assertEquals(0, page.evaluate("[...document.querySelectorAll('input, select')]"
                        + ".filter((field) => field.labels.length === 0).length").asInt());
        assertEquals(0, page.evaluate("[...document.querySelectorAll('section')].filter((section) =>"
                        + " !document.getElementById(section.getAttribute('aria-labelledby'))).length").asInt());
    }

    @Test
    void itLoadsNothingButItself() throws Exception {
        String names = "performance.getEntriesByType('resource').map((entry) => entry.name).join()";
        page.await(names + ".includes('/simulator/state')");
        String resources = page.evaluate(names).asString();
        assertFalse(resources.replace(slack.url(), "").contains("://"), resources);
    }

    @Test
    void withARequestUrlItOffersWhatHttpHas() throws Exception {
        HttpBot bot = new HttpBot(request -> HttpBot.Response.of(401));
        slack.useEventsApi(bot.url());
        page.await("!document.getElementById('forgery-form').hidden");
        press("forgeries");
        page.await(text("deliveries") + ".includes('http_error 401')");
        bot.close();
    }

    private void press(String form) throws Exception {
        page.evaluate("document.querySelector('form[data-post=" + form + "] button').click()");
    }

    private static String text(String id) {
        return "document.getElementById('" + id + "').textContent";
    }
}
