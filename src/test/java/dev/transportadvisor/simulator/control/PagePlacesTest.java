package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Slow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** How a person finds their way on the page, in a real browser. */
@Slow
class PagePlacesTest extends PageFixture {

    private static final String COMPOSER = ".composer textarea";

    @Test
    void whatWasMissedIsCountedAndOneClickAway() throws Exception {
        page.awaitText(".places", "alerts");
        ObjectNode first = call("chat.postMessage", "{\"channel\":\"C0SIMALRT\",\"text\":\"Disk is *full*\"}");
        call(
                "chat.postMessage",
                "{\"channel\":\"C0SIMALRT\",\"text\":\"Not any more\",\"thread_ts\":\"" + first.path("ts").asString()
                        + "\"}");
        page.awaitText(".place.unread .number", "2");
        page.await("document.title === '(2) Local Slack'");
        page.evaluate("document.querySelector('.bell button').click()");
        page.evaluate("document.querySelector('.bell .missed').click()");
        page.awaitText(".thread", "Not any more");
        page.await("document.title === 'Local Slack'");
    }

    @Test
    void aDraftStaysWhereItWasBegun() throws Exception {
        page.type(COMPOSER, "Not yet");
        page.press("# alerts");
        page.await("document.querySelector('" + COMPOSER + "').value === ''");
        page.evaluate("window.isOld = true; location.reload()");
        page.await("!window.isOld && !!document.getElementById('summary')");
        page.press("# general");
        page.await("document.querySelector('" + COMPOSER + "')?.value === 'Not yet'");
    }

    @Test
    void theArrowKeysGoFromMessageToMessage() throws Exception {
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"One\"}");
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"Two\"}");
        page.awaitText(".messages", "Two");
        page.evaluate("document.querySelector('.messages').focus()");
        page.key(".messages", "ArrowUp");
        page.await("document.activeElement.textContent.includes('Two')");
        page.key(".message:focus", "ArrowUp");
        page.await("document.activeElement.textContent.includes('One')");
    }

    @Test
    void aPlaceIsFoundByItsName() throws Exception {
        page.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true, cancelable: true}))");
        assertEquals("search", page.evaluate("document.activeElement.type").asString());
        page.type(".search input", "ALE");
        page.key(".search input", "Enter");
        page.awaitText(".channel h2", "alerts");
    }

    @Test
    void theAppIsInstalledInTheWholeOrganization() throws Exception {
        page.evaluate("document.querySelector('.workspace button').click()");
        page.press("Install in the whole of Local Grid");
        page.awaitText(".workspace", "by Local Grid, org-wide");
        page.write("Hello from everywhere");
        page.awaitText(".entry .title", "message");
        assertEquals("E0SIMGRID", last().at("/authorizations/0/enterprise_id").asString());
        assertTrue(last().at("/authorizations/0/is_enterprise_install").asBoolean());
    }

    @Test
    void anAnswerInAThreadIsFoundFromItsMessage() throws Exception {
        page.write("Who is there?");
        page.awaitText(".messages", "Who is there?");
        page.press("💬");
        page.await("document.activeElement.matches('.thread textarea')");
        page.type(".thread textarea", "Me.");
        page.key(".thread textarea", "Enter");
        page.awaitText(".channel .replies", "1 reply");
        page.key(".thread textarea", "Escape");
        page.await("document.activeElement.matches('.channel .message')");
        page.press("⋯");
        page.press("Add another reaction");
        page.await("document.activeElement.matches('dialog input')");
        page.type("dialog input", "rocket");
        page.press("🚀");
        page.awaitText(".reaction.mine", "🚀 1");
    }
}
