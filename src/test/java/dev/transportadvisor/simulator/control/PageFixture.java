package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** For each test a local Slack with a bot and its page; one browser for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageFixture {

    /** A message with two buttons, of which one asks whether it is meant. */
    static final String APPROVAL = """
            {"channel":"C0SIMCHAN","text":"May shop go live?","blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":"May *shop* go live?"}},
              {"type":"actions","block_id":"decide","elements":[
                {"type":"button","action_id":"approve","value":"shop",
                 "text":{"type":"plain_text","text":"Approve"}},
                {"type":"button","action_id":"reject","text":{"type":"plain_text","text":"Reject"},"confirm":{
                  "title":{"type":"plain_text","text":"Really?"},"text":{"type":"mrkdwn","text":"No way back"},
                  "confirm":{"type":"plain_text","text":"Reject it"},
                  "deny":{"type":"plain_text","text":"Back"}}}]}]}""";

    PageDriver page;
    SlackSimulator slack;
    SocketBot bot;

    /** What the bot acknowledges with. */
    ObjectNode acknowledgement;

    @BeforeAll
    void start(@TempDir Path profile) throws Exception {
        page = PageDriver.start(profile);
    }

    @BeforeEach
    void open() throws Exception {
        slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());
        acknowledgement = JsonTree.object();
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
    void end() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    /** The payload that was sent last. */
    ObjectNode last() {
        return slack.deliveries().get(slack.deliveries().size() - 1).payload().body();
    }

    ObjectNode call(String method, String json) {
        return WebClient.of(slack).callWithJson(method, json);
    }
}
