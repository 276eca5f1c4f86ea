package dev.transportadvisor.simulator.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do, what the bot gets of it, and what they see of its answer. */
class PeopleTest {

    private static final String BUTTON = """
            [{"type":"actions","block_id":"decide","elements":[
              {"type":"button","action_id":"approve","value":"42","text":{"type":"plain_text","text":"Approve"}}]}]""";

    private static final String FORM = """
            {"type":"modal","callback_id":"deploy","blocks":[
              {"type":"input","block_id":"app","element":{"type":"plain_text_input","action_id":"name"}},
              {"type":"input","block_id":"where","element":{"type":"static_select","action_id":"stage","options":[
                {"text":{"type":"plain_text","text":"Test"},"value":"test"},
                {"text":{"type":"plain_text","text":"Live"},"value":"live"}]}}]}""";

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());
    private final WebClient client = WebClient.of(slack);
    private ObjectNode acknowledgement = JsonTree.object();
    private SocketBot bot;

    @BeforeEach
    void connect() throws Exception {
        bot = SocketBot.connect(slack, envelope -> acknowledgement.deepCopy());
        bot.next(); // by now, it is known
    }

    @AfterEach
    void close() {
        bot.close();
        slack.close();
    }

    @Test
    void aMessageThatMentionsTheBotComesAsBothEvents() {
        ObjectNode answer = post("events", """
                {"type":"message","user":"U0SIMBEN0","channel":"alerts","text":"<@U0SIMBOT0> hi"}""");

        List<Delivery> deliveries = slack.deliveries();
        assertEquals(List.of("message", "app_mention"), deliveries.stream().map(one -> one.payload().name()).toList());
        assertEquals("delivery-2", answer.at("/also/0").asString());
        JsonNode message = deliveries.get(0).payload().body().path("event");
        JsonNode mention = deliveries.get(1).payload().body().path("event");
        assertEquals("channel", message.path("channel_type").asString());
        assertEquals(message.path("ts"), mention.path("ts"));
        assertEquals("<@U0SIMBOT0> hi", shown("C0SIMALRT").get(0).text());
    }

    @Test
    void somebodyChangesAndTakesBackTheirOwnMessageOnly() {
        post("events", "{\"type\":\"message\",\"text\":\"frist\"}");
        String ts = shown(Identity.CHANNEL).get(0).timestamp();

        String change =
                "{\"type\":\"message\",\"subtype\":\"message_changed\",\"text\":\"first\",\"ts\":\"" + ts + "\"";
        String refusal = refusal("events", change + ",\"user\":\"U0SIMBEN0\"}");
        assertEquals("There is no such message of this person.", refusal);
        post("events", change + "}");
        JsonNode event = last().body().path("event");
        assertEquals("first", event.at("/message/text").asString());
        assertEquals("frist", event.at("/previous_message/text").asString());

        post("events", "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"ts\":\"" + ts + "\"}");
        assertEquals(ts, last().body().at("/event/deleted_ts").asString());
        assertTrue(shown(Identity.CHANNEL).get(0).isDeleted());
    }

    @Test
    void aReactionIsCountedAndTakenBack() {
        post("events", "{\"type\":\"message\",\"text\":\"done\"}");
        String ts = shown(Identity.CHANNEL).get(0).timestamp();
        String reaction = "\"reaction\":\"eyes\",\"user\":\"U0SIMBEN0\",\"ts\":\"" + ts + "\"}";

        post("events", "{\"type\":\"reaction_added\"," + reaction);
        assertEquals(
                "[{\"name\":\"eyes\",\"count\":1,\"users\":[\"U0SIMBEN0\"]}]",
                JsonTree.text(shown(Identity.CHANNEL).get(0).body().path("reactions")));
        assertEquals(ts, last().body().at("/event/item/ts").asString());
        post("events", "{\"type\":\"reaction_removed\"," + reaction);
        assertTrue(shown(Identity.CHANNEL).get(0).body().path("reactions").isEmpty());
    }

    @Test
    void whatACommandAnswersIsSeenByWhoAskedAlone() throws Exception {
        acknowledgement.putObject("payload").put("text", "Up since Monday.");
        post("commands", "{\"command\":\"/status\",\"user\":\"U0SIMBEN0\"}");

        Message answer = awaitMessage();
        assertEquals("Up since Monday.", answer.text());
        assertEquals(Optional.of("U0SIMBEN0"), answer.visibleTo());
        assertEquals("ben", last().body().path("user_name").asString());
    }

    @Test
    void aCommandThatNobodyAnswersSaysSo() throws Exception {
        bot.close();
        Eventually.holds("it is gone", () -> slack.connections().isEmpty());
        post("commands", "{\"command\":\"/status\"}");
        assertEquals(
                "/status failed: the bot did not acknowledge it (no_connection).", awaitMessage().text());
    }

    @Test
    void aSecondPersonPressesTheButtonThatIsThere() {
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"May I?\",\"blocks\":" + BUTTON + "}");
        post("clicks", "{\"action_id\":\"approve\",\"user\":\"U0SIMBEN0\"}");

        ObjectNode click = last().body();
        assertEquals("U0SIMBEN0", click.at("/user/id").asString());
        assertEquals("42", click.at("/actions/0/value").asString());
        assertEquals("decide", click.at("/actions/0/block_id").asString());
        assertEquals("May I?", click.at("/message/text").asString());

        client.post(
                click.path("response_url").asString(),
                "application/json",
                "{\"replace_original\":true,\"text\":\"Ben said yes.\"}");
        assertEquals(List.of("Ben said yes."), texts());
    }

    @Test
    void aReplyThatIsReplacedStaysInItsThread() {
        String thread = call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"Deploys\"}")
                .path("ts")
                .asString();
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"May I?\",\"thread_ts\":\"" + thread
                + "\",\"blocks\":" + BUTTON + "}");
        post("clicks", "{\"action_id\":\"approve\"}");
        client.post(
                last().body().path("response_url").asString(),
                "application/json",
                "{\"replace_original\":true,\"text\":\"Yes.\"}");
        assertEquals(List.of("Deploys", "Yes."), texts());
        assertEquals(thread, shown(Identity.CHANNEL).get(1).body().path("thread_ts").asString());
    }

    @Test
    void aModalIsSentWithWhatWasEnteredAndClosed() throws Exception {
        openForm();
        post("interactions", """
                {"type":"view_submission","view":"V0SIM1","user":"U0SIMBEN0",
                 "inputs":{"app":{"name":"shop"},"where":{"stage":"live"}}}""");

        JsonNode values = last().body().at("/view/state/values");
        assertEquals("shop", values.at("/app/name/value").asString());
        assertEquals("Live", values.at("/where/stage/selected_option/text/text").asString());
        Eventually.holds("it is closed", () -> modals().isEmpty());
    }

    @Test
    void aModalShowsWhatTheBotHasAgainstIt() throws Exception {
        openForm();
        acknowledgement
                .putObject("payload")
                .put("response_action", "errors")
                .putObject("errors")
                .put("app", "No such app.");
        submit();
        Eventually.holds("it objects", () -> modals().get(0).errors().path("app").asString("").equals("No such app."));
    }

    @Test
    void aModalLeadsToAnotherOne() throws Exception {
        openForm();
        ObjectNode push = acknowledgement.putObject("payload").put("response_action", "push");
        push.putObject("view").put("type", "modal").put("callback_id", "sure").putArray("blocks");
        submit();
        Eventually.holds("there are two", () -> modals().size() == 2);
        assertEquals("V0SIM1", modals().get(1).body().path("previous_view_id").asString());

        acknowledgement.putObject("payload").put("response_action", "clear");
        post("interactions", "{\"type\":\"view_submission\",\"view\":\"V0SIM2\",\"user\":\"U0SIMBEN0\"}");
        Eventually.holds("all are closed", () -> modals().isEmpty());
    }

    @Test
    void theHomeTabIsEverybodysOwn() {
        call("views.publish", "{\"user_id\":\"U0SIMBEN0\",\"view\":{\"type\":\"home\",\"blocks\":[]}}");
        assertEquals(List.of("U0SIMBEN0"), List.copyOf(slack.people().views().homes().keySet()));
        post("events", "{\"type\":\"app_home_opened\",\"user\":\"U0SIMBEN0\"}");
        assertEquals("home", last().body().at("/event/view/type").asString());
        assertEquals("D0SIMBEN0", last().body().at("/event/channel").asString());
    }

    @Test
    void aMessageHasALinkThatOpensThePage() {
        String ts = call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\"}").path("ts").asString();
        String link = call("chat.getPermalink", "{\"channel\":\"C0SIMCHAN\",\"message_ts\":\"" + ts + "\"}")
                .path("permalink")
                .asString();
        assertEquals(slack.url() + "archives/C0SIMCHAN/p" + ts.replace(".", ""), link);
    }

    @Test
    void whoLooksOnIsToldOfWhatIsNew() {
        long seen = get("changes").path("change").asLong();
        post("events", "{\"type\":\"app_mention\",\"text\":\"hi\"}");
        ObjectNode news = get("changes?wait=25&after=" + seen);
        assertEquals("<@U0SIMBOT0> hi", news.at("/messages/0/body/text").asString());
        assertEquals("app_mention", news.at("/deliveries/0/name").asString());
        assertFalse(news.has("modals"));
    }

    /** The numbers of one that was there before say nothing about this one. */
    @Test
    void whoHasLookedAtAnotherLocalSlackIsToldEverythingAtOnce() {
        post("events", "{\"type\":\"app_mention\",\"text\":\"hi\"}");
        ObjectNode known = get("changes");
        long change = known.path("change").asLong();
        String run = known.path("run").asString();
        assertTrue(get("changes?run=" + run + "&after=" + change).path("messages").isEmpty());
        assertEquals(1, get("changes?wait=25&after=1000&run=other").path("messages").size());
    }

    private void openForm() {
        post("commands", "{\"command\":\"/deploy\",\"user\":\"U0SIMBEN0\"}");
        String trigger = last().body().path("trigger_id").asString();
        ObjectNode opened = call("views.open", "{\"trigger_id\":\"" + trigger + "\",\"view\":" + FORM + "}");
        assertEquals("V0SIM1", opened.at("/view/id").asString());
    }

    private void submit() {
        post("interactions", "{\"type\":\"view_submission\",\"view\":\"V0SIM1\",\"user\":\"U0SIMBEN0\"}");
    }

    private List<View> modals() {
        return slack.people().views().modals().getOrDefault("U0SIMBEN0", List.of());
    }

    private List<Message> shown(String channel) {
        return slack.people().conversations().changedAfter(0).stream()
                .filter(message -> message.channel().equals(channel))
                .toList();
    }

    private List<String> texts() {
        return shown(Identity.CHANNEL).stream().map(Message::text).toList();
    }

    private Message awaitMessage() throws Exception {
        Eventually.holds("something is to be seen", () -> !shown(Identity.CHANNEL).isEmpty());
        return shown(Identity.CHANNEL).get(0);
    }

    private Payload last() {
        List<Delivery> deliveries = slack.deliveries();
        return deliveries.get(deliveries.size() - 1).payload();
    }

    private ObjectNode call(String method, String json) {
        return client.callWithJson(method, json);
    }

    private ObjectNode get(String name) {
        return WebClient.json(client.get(slack.url() + "simulator/" + name));
    }

    private String refusal(String name, String body) {
        return WebClient.json(client.post(slack.url() + "simulator/" + name, "application/json", body))
                .path("error")
                .asString();
    }

    private ObjectNode post(String name, String body) {
        ObjectNode answer =
                WebClient.json(client.post(slack.url() + "simulator/" + name, "application/json", body));
        assertFalse(answer.has("error"), answer::toString);
        return answer;
    }
}
