package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.AppProfile;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.testing.Slow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conversation of the page in a real browser. */
@Slow
class PageTest extends PageFixture {

    private static final String FORM = """
            {"type":"modal","callback_id":"deploy","title":{"type":"plain_text","text":"Deploy"},
             "submit":{"type":"plain_text","text":"Go"},"blocks":[
              {"type":"input","block_id":"app","label":{"type":"plain_text","text":"App"},
               "element":{"type":"plain_text_input","action_id":"name"}},
              {"type":"input","block_id":"day","optional":true,"label":{"type":"plain_text","text":"Day"},
               "element":{"type":"datepicker","action_id":"date","initial_date":"2026-11-29"}}]}""";

    @Test
    void aSecondPersonApproves() throws Exception {
        String ts = call("chat.postMessage", APPROVAL).path("ts").asString();
        page.press("Approve");
        page.awaitText(".entry .title", "block_actions approve");
        assertEquals(Identity.USER, last().at("/user/id").asString());

        page.choose(".who select", "U0SIMBEN0");
        page.press("Approve");
        page.await("[...document.querySelectorAll('.entry .title')]"
                + ".filter((one) => one.textContent.includes('block_actions approve')).length === 2");
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
        page.await("document.activeElement.matches('.composer textarea')");
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
        slack.people().app().set(new AppProfile("deploy-bot", List.of(deploy), List.of(), Team.ALL, List.of()));
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
    void anAppWhoseNameHasSeveralWordsIsMentioned() throws Exception {
        slack.people().app().set(new AppProfile("Deploy Bot", List.of(), List.of(), Team.ALL, List.of()));
        page.open(slack, "");
        page.awaitText(".places", "Deploy Bot");
        page.type(".composer textarea", "@dep");
        page.key(".composer textarea", "Tab");
        assertEquals("@Deploy Bot ", page.evaluate("document.querySelector('.composer textarea').value").asString());
        page.write("Good morning @Deploy Bot, and @ada");
        page.awaitText(".entry .title", "app_mention");
        assertEquals(
                "Good morning <@U0SIMBOT0>, and <@U0SIMUSER>", last().at("/event/text").asString());
    }

    @Test
    void aMessageIsChangedAsItWasTyped() throws Exception {
        page.write("Lunch with @ada & co?");
        page.awaitText(".messages", "Lunch with @ada & co?");
        page.press("⋯");
        page.press("Edit");
        page.await("document.querySelector('.edit textarea')?.value === 'Lunch with @ada & co?'");
        page.type(".edit textarea", "Dinner with @ada & co?");
        page.press("Save");
        page.awaitText(".messages", "(edited)");
        assertEquals(
                "Dinner with <@U0SIMUSER> &amp; co?", last().at("/event/message/text").asString());
    }

    @Test
    void whatIsChosenInAMessageIsInItsStateAtOnce() throws Exception {
        call("chat.postMessage", inMessage("""
                {"type":"static_select","action_id":"stage","options":[
                  {"text":{"type":"plain_text","text":"Live"},"value":"live"}]}"""));
        page.choose(".messages select", "live");
        page.awaitText(".entry .title", "block_actions stage");
        assertEquals("live", last().at("/actions/0/selected_option/value").asString());
        assertEquals("live", last().at("/state/values/where/stage/selected_option/value").asString());
    }

    @Test
    void aChoiceInOneMessageLeavesThatInAnotherAlone() throws Exception {
        String choice = inMessage("""
                {"type":"radio_buttons","action_id":"stage","options":[
                  {"text":{"type":"plain_text","text":"Live"},"value":"live"}]}""");
        call("chat.postMessage", choice);
        call("chat.postMessage", choice);
        page.await("document.querySelectorAll('[type=radio]').length === 2");
        page.evaluate("[...document.querySelectorAll('[type=radio]')].forEach((one) => one.click())");
        page.awaitText(".count", "5 entries");
        assertEquals(2, page.evaluate("document.querySelectorAll('[type=radio]:checked').length").asInt());
    }

    @Test
    void aMomentCanBeTakenOutOfItsField() throws Exception {
        call("chat.postMessage", inMessage("""
                {"type":"datetimepicker","action_id":"at","initial_date_time":1700000000}"""));
        page.await("document.querySelector('.content input')?.value.startsWith('2023-11-1')");
        page.type(".content input", "");
        assertEquals("", page.evaluate("document.querySelector('.content input').value").asString());
    }

    @Test
    void aLocalSlackThatIsStartedAnewIsShownFromItsBeginning() throws Exception {
        call("chat.postMessage", text("Before."));
        page.awaitText(".messages", "Before.");
        int port = slack.port();
        slack.close();
        slack = SlackSimulator.start(SimulatorSettings.DEFAULT.withPort(port), new ManualTimeline());
        for (String said : List.of("First.", "Second.", "Third.", "Fourth.")) {
            call("chat.postMessage", text(said));
        }
        page.awaitText(".messages", "Fourth.");
        page.awaitText(".messages", "First.");
        page.awaitText(".count", "4 entries");
        assertFalse(page.isThere(".messages", "Before."));
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

    private static String text(String text) {
        return "{\"channel\":\"C0SIMCHAN\",\"text\":\"" + text + "\"}";
    }

    private static String inMessage(String element) {
        return "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":[{\"type\":\"actions\",\"block_id\":\"where\","
                + "\"elements\":[" + element + "]}]}";
    }
}
