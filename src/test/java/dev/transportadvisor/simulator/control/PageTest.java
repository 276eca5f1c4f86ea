package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.AppProfile;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import dev.transportadvisor.testing.Slow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The conversation of the page in a real browser. */
@Slow
class PageTest {

    private static final String APPROVAL = """
            {"channel":"C0SIMCHAN","text":"May shop go live?","blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":"May *shop* go live?"}},
              {"type":"actions","block_id":"decide","elements":[
                {"type":"button","action_id":"approve","value":"shop",
                 "text":{"type":"plain_text","text":"Approve"}},
                {"type":"button","action_id":"reject","text":{"type":"plain_text","text":"Reject"},"confirm":{
                  "title":{"type":"plain_text","text":"Really?"},"text":{"type":"mrkdwn","text":"No way back"},
                  "confirm":{"type":"plain_text","text":"Reject it"},
                  "deny":{"type":"plain_text","text":"Back"}}}]}]}""";

    private static final String FORM = """
            {"type":"modal","callback_id":"deploy","title":{"type":"plain_text","text":"Deploy"},
             "submit":{"type":"plain_text","text":"Go"},"blocks":[
              {"type":"input","block_id":"app","label":{"type":"plain_text","text":"App"},
               "element":{"type":"plain_text_input","action_id":"name"}},
              {"type":"input","block_id":"day","optional":true,"label":{"type":"plain_text","text":"Day"},
               "element":{"type":"datepicker","action_id":"date","initial_date":"2026-11-29"}}]}""";

    @TempDir
    static Path profile;

    private static PageDriver page;

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());
    private ObjectNode acknowledgement = JsonTree.object();
    private SocketBot bot;

    @BeforeAll
    static void start() throws Exception {
        page = PageDriver.start(profile);
    }

    @BeforeEach
    void open() throws Exception {
        bot = SocketBot.connect(slack, envelope -> acknowledgement.deepCopy());
        bot.next();
        page.open(slack, "");
    }

    @AfterEach
    void close() {
        bot.close();
        slack.close();
    }

    @AfterAll
    static void end() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void aSecondPersonApproves() throws Exception {
        String ts = call("chat.postMessage", APPROVAL).path("ts").asString();
        page.press("Approve");
        page.awaitText(".entry .title", "block_actions approve");
        assertEquals(Identity.USER, last().at("/user/id").asString());

        page.choose(".who select", "U0SIMBEN0");
        page.press("Approve");
        page.await("document.querySelectorAll('.entry').length >= 3");
        assertEquals("U0SIMBEN0", last().at("/user/id").asString());
        assertEquals("shop", last().at("/actions/0/value").asString());
        assertEquals(ts, last().at("/message/ts").asString());

        call("chat.update", "{\"channel\":\"C0SIMCHAN\",\"ts\":\"" + ts + "\",\"text\":\"Ben said yes.\"}");
        page.awaitText(".messages", "Ben said yes.");
        page.await("![...document.querySelectorAll('button')].some((one) => one.textContent === 'Approve')");
    }

    @Test
    void aQuestionComesBeforeAButtonThatHasOne() throws Exception {
        call("chat.postMessage", APPROVAL);
        page.press("Reject");
        page.awaitText("dialog", "No way back");
        assertTrue(slack.deliveries().isEmpty());
        page.press("Reject it");
        page.awaitText(".entry .title", "block_actions reject");
    }

    @Test
    void aModalIsFilledInRefusedAndSent() throws Exception {
        page.write("/deploy");
        page.awaitText(".entry .title", "/deploy");
        String trigger = last().path("trigger_id").asString();
        call("views.open", "{\"trigger_id\":\"" + trigger + "\",\"view\":" + FORM + "}");
        page.awaitText("dialog", "Deploy");
        assertEquals("INPUT", page.evaluate("document.activeElement.tagName").asString(), "the first field");

        page.press("Go");
        page.awaitText("dialog [role=alert]", "This field is still empty.");
        acknowledgement
                .putObject("payload")
                .put("response_action", "errors")
                .putObject("errors")
                .put("app", "There is no web.");
        page.type("dialog input", "web");
        page.press("Go");
        page.awaitText("dialog [role=alert]", "There is no web.");

        acknowledgement = JsonTree.object();
        page.press("Go");
        page.await("!document.querySelector('dialog')");
        assertEquals("web", last().at("/view/state/values/app/name/value").asString());
        assertEquals("2026-11-29", last().at("/view/state/values/day/date/selected_date").asString());
    }

    @Test
    void whatIsForOnePersonIsSeenByThemAlone() throws Exception {
        call("chat.postEphemeral", "{\"channel\":\"C0SIMCHAN\",\"user\":\"U0SIMBEN0\",\"text\":\"Between us.\"}");
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"For all.\"}");
        page.awaitText(".messages", "For all.");
        assertFalse(page.isThere(".messages", "Between us."));
        page.choose(".who select", "U0SIMBEN0");
        page.awaitText(".messages", "Only visible to Ben");
        page.awaitText(".messages", "Between us.");
    }

    @Test
    void aCommandShowsItsAnswerAndWhyThereIsNone() throws Exception {
        acknowledgement.putObject("payload").put("text", "All is *well*.");
        page.write("/status");
        page.await("document.querySelector('.content strong')?.textContent === 'well'");
        bot.close();
        page.await("document.getElementById('summary').textContent.includes('no bot')");
        page.write("/status");
        page.awaitText(".messages", "/status failed: the bot did not acknowledge it (no_connection).");
    }

    @Test
    void aReloadChangesNothing() throws Exception {
        page.choose(".who select", "U0SIMBEN0");
        page.write("Good morning @bot");
        page.awaitText(".entry .title", "app_mention");
        page.evaluate("location.reload()");
        page.awaitText(".messages .mention", "@bot");
        assertEquals("U0SIMBEN0", page.evaluate("document.querySelector('.who select').value").asString());
        page.awaitText(".count", "3 entries");
    }

    @Test
    void aWordIsCompletedFromTheManifest() throws Exception {
        AppProfile.Command deploy = new AppProfile.Command("/deploy", "Deploys an application", "[app]");
        slack.people().app().set(new AppProfile("deploy-bot", List.of(deploy), List.of(), Team.ALL));
        page.open(slack, "");
        page.awaitText(".places", "deploy-bot");
        page.type(".composer textarea", "/de");
        page.awaitText("[role=option][aria-selected=true]", "Deploys an application");
        page.key(".composer textarea", "Tab");
        assertEquals("/deploy ", page.evaluate("document.querySelector('.composer textarea').value").asString());

        page.choose(".who select", "U0SIMDEE0");
        page.write("Hello from the second workspace");
        page.awaitText(".entry .title", "message");
        assertEquals("T0SIMTWO0", last().path("team_id").asString());
    }

    @Test
    void aLinkLeadsToAReply() throws Exception {
        String ts = call("chat.postMessage", "{\"channel\":\"C0SIMALRT\",\"text\":\"Disk is full\"}")
                .path("ts")
                .asString();
        String reply = call(
                        "chat.postMessage",
                        "{\"channel\":\"C0SIMALRT\",\"text\":\"Not any more\",\"thread_ts\":\"" + ts + "\"}")
                .path("ts")
                .asString();
        page.open(slack, "archives/C0SIMALRT/p" + reply.replace(".", "") + "?thread_ts=" + ts + "&cid=C0SIMALRT");
        page.awaitText(".thread .target", "Not any more");
        page.awaitText(".channel .replies", "1 reply");
    }

    private ObjectNode last() {
        List<Delivery> deliveries = slack.deliveries();
        Payload payload = deliveries.get(deliveries.size() - 1).payload();
        return payload.body();
    }

    private ObjectNode call(String method, String json) {
        return WebClient.json(WebClient.of(slack)
                .post(
                        slack.apiUrl() + method,
                        "application/json",
                        json,
                        "Authorization",
                        "Bearer " + Identity.BOT_TOKEN));
    }
}
