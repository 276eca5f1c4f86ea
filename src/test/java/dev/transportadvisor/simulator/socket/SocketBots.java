package dev.transportadvisor.simulator.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.http.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The bots that a test connects to a Slack, and closes together. */
final class SocketBots implements AutoCloseable {

    private final SlackSimulator slack;
    private final List<SocketBot> bots = new ArrayList<>();

    SocketBots(SlackSimulator slack) {
        this.slack = slack;
    }

    SocketBot connect() throws InterruptedException {
        return connect(envelope -> JsonTree.object());
    }

    /** A bot that has been greeted. */
    SocketBot connect(Function<ObjectNode, ObjectNode> acknowledgement) throws InterruptedException {
        SocketBot bot = open(acknowledgement);
        assertEquals("hello", bot.next().path("type").asString());
        return bot;
    }

    SocketBot open(Function<ObjectNode, ObjectNode> acknowledgement) throws InterruptedException {
        SocketBot bot = SocketBot.connect(slack, acknowledgement);
        bots.add(bot);
        return bot;
    }

    void add(SocketBot bot) {
        bots.add(bot);
    }

    @Override
    public void close() {
        bots.forEach(SocketBot::close);
    }
}
