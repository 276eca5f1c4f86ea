package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.web.WebClient;
import dev.transportadvisor.testing.Slow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the page shows of deliveries, and what it bears, in a real browser. */
@Slow
class PageLogTest extends PageFixture {

    @Test
    void itFitsANarrowScreen() throws Exception {
        call("chat.postMessage", APPROVAL.replace("*shop*", "x".repeat(300)));
        for (int width : new int[] {400, 1600}) {
            page.resize(width, 800);
            for (String side : List.of("talk", "happened")) {
                page.open(slack, "#side=" + side + "&delivery=call-1");
                page.awaitText(".messages", "xxx");
                String overflow = "document.documentElement.scrollWidth - innerWidth";
                assertEquals(0, page.evaluate(overflow).asInt(), width + " " + side);
            }
        }
    }

    @Test
    void ofAThousandDeliveriesItDrawsThoseThatAreSeen() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            slack.deliver(Payloads.message("number " + i));
        }
        page.awaitText(".count", "1001 entries");
        page.await("document.querySelectorAll('.entry').length > 5");
        assertTrue(page.evaluate("document.querySelectorAll('.entry').length").asInt() < 60);
        page.type(".filters input", "delivery-1000");
        page.awaitText(".count", "1 entry");

        page.evaluate("document.querySelector('.entry').click()");
        page.awaitText(".details .code", "number 999");
        page.press("Send again");
        page.awaitText(".details p", "delivery-1001");
    }

    @Test
    void whatAPersonLooksAtStaysThereWhenMoreHappens() throws Exception {
        page.resize(1200, 800);
        for (int i = 0; i < 50; i++) {
            slack.deliver(Payloads.message("number " + i));
        }
        page.awaitText(".count", "51 entries");
        page.evaluate("document.querySelector('.window').scrollTop = 1380");
        page.await("!!document.querySelector('#row-delivery-21')");
        slack.deliver(Payloads.message("one more"));
        page.awaitText(".count", "52 entries");
        page.await("document.querySelector('.window').scrollTop === 1380 + 46");
    }

    @Test
    void theArrowKeysGoFromEntryToEntry() throws Exception {
        slack.deliver(Payloads.message("one"));
        slack.deliver(Payloads.appMention("two"));
        page.awaitText(".count", "3 entries");
        page.evaluate("document.querySelector('.entry').focus()");
        page.key(".entry", "ArrowDown");
        page.await("document.activeElement.textContent.includes('app_mention')");
    }

    @Test
    void faultsAreOneClickAway() throws Exception {
        page.press("Rate-limited for 5 s");
        page.awaitText("[role=status].notice", "The next chat.postMessage");
        assertEquals("ratelimited", call("chat.postMessage", APPROVAL).path("error").asString());
        page.press("Warn");
        page.awaitText(".faults", "warned");
        page.awaitText(".entry.refused", "ratelimited (429)");
    }

    @Test
    void itShowsWhySomethingWasWithheld() throws Exception {
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withWithholding(payload -> Optional.of("Not subscribed."));
        try (SlackSimulator strict = SlackSimulator.start(settings)) {
            page.open(strict, "");
            page.write("/hello");
            page.awaitText(".entry.withheld", "Not subscribed.");
            page.awaitText(".messages", "/hello was not sent to the bot. Not subscribed.");
        }
    }

    @Test
    void whatABotSendsIsTextAndNoMarkup() throws Exception {
        String markup = "<img src=x onerror=document.title=1>";
        String node = "{\"type\":\"img\",\"constructor\":null,\"props\":{\"src\":\"x\",\"onerror\":\"title=1\"}}";
        slack.deliver(Payloads.slashCommand("/" + markup, ""));
        WebClient.of(slack).call("chat.postMessage", Identity.BOT_TOKEN, "channel=C0SIMCHAN&text=" + markup);
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":[{\"type\":\"section\",\"text\":"
                + "{\"type\":\"plain_text\",\"text\":" + node + "}},{\"type\":\"header\",\"text\":" + node + "}]}");
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":[{\"type\":\"actions\","
                + "\"elements\":{\"map\":1}}]}");

        page.awaitText(".entry", "<img");
        page.awaitText(".messages", "img src=x");
        page.awaitText(".messages", "This block of the type “actions” cannot be drawn");
        assertEquals(0, page.evaluate("document.querySelectorAll('img').length").asInt());
        assertEquals("Local Slack", page.evaluate("document.title").asString());
    }

    /** A link leads to a page or a mailbox alone, and a name that JavaScript knows is a name like any other. */
    @Test
    void whatABotSendsIsNoScript() throws Exception {
        String script = "javascript:document.title=1";
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"<" + script + "|one> :constructor:"
                + " <https://example.com/|two>\"}");
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":["
                + "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"link\",\"text\":\"three\",\"url\":\"" + script + "\"}]}]},"
                + "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"url\":\"" + script + "\"}]}]}");

        page.awaitText(".messages", "one :constructor: two");
        page.awaitText(".messages", "three");
        page.awaitText(".messages", "opens a link");
        String links = "[...document.querySelectorAll('.messages a')].map((link) => link.href).join()";
        assertEquals("https://example.com/", page.evaluate(links).asString());
    }

    @Test
    void whatCannotBeDrawnIsTriedAnewOnceItIsChanged() throws Exception {
        String ts = call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":"
                        + "[{\"type\":\"actions\",\"elements\":{\"map\":1}}]}")
                .path("ts")
                .asString();
        page.awaitText(".messages", "This block of the type “actions” cannot be drawn");
        call("chat.update", "{\"channel\":\"C0SIMCHAN\",\"ts\":\"" + ts + "\",\"text\":\"Here it is.\"}");
        page.awaitText(".messages", "Here it is.");
        assertFalse(page.isThere(".messages", "cannot be drawn"));
    }

    @Test
    void aMessageOfAnyShapeLeavesTheOthersAlone() throws Exception {
        ObjectNode odd = JsonTree.object().put("ts", "now").put("text", "Whenever.").put("reactions", 5);
        slack.people().conversations().post(Identity.CHANNEL, odd);
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"In time.\"}");
        page.awaitText(".messages", "In time.");
        page.awaitText(".messages", "Whenever.");
    }

    @Test
    void everyFieldHasALabelAndEverySectionAName() throws Exception {
        call("chat.postMessage", APPROVAL);
        page.awaitText(".messages", "May shop go live?");
        assertEquals(0, page.evaluate("[...document.querySelectorAll('input, select, textarea')].filter((field) =>"
                        + " field.labels.length === 0 && !field.ariaLabel).length").asInt());
        assertEquals(0, page.evaluate("[...document.querySelectorAll('button')].filter((button) =>"
                        + " !button.textContent.trim() && !button.ariaLabel).length").asInt());
        assertEquals(0, page.evaluate("[...document.querySelectorAll('section, aside, nav, [role=log], [role=region]')]"
                        + ".filter((part) => !part.ariaLabel && !part.querySelector('h3')).length").asInt());
    }

    @Test
    void itLoadsNothingButItself() throws Exception {
        String names = "performance.getEntriesByType('resource').map((entry) => entry.name).join()";
        page.await(names + ".includes('/simulator/changes')");
        String resources = page.evaluate(names).asString();
        assertTrue(resources.contains("/page/preact.js"), resources);
        assertFalse(resources.replace(slack.url(), "").contains("://"), resources);
    }

    @Test
    void withARequestUrlItOffersWhatHttpHas() throws Exception {
        HttpBot http = new HttpBot(request -> HttpBot.Response.of(401));
        slack.useEventsApi(http.url());
        page.open(slack, "");
        page.press("Old timestamp");
        page.awaitText(".entry.failed", "http_error 401");
        page.evaluate("document.querySelector('.entry.failed').click()");
        page.awaitText(".details pre", "X-Slack-Signature: v0=");
        http.close();
    }
}
