package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.web.Journal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a bot made with Bolt does on the local Slack, in any language and over both transports. */
record BoltContract(SlackSimulator slack) {

    void holds() {
        mentionIsAnsweredInTheChannel();
        commandIsAnsweredAndOpensAModal();
        clickIsAnsweredThroughTheResponseUrl();
        submissionIsAnswered();
        assertAcknowledged(slack.deliver(Payloads.globalShortcut("start")));
        assertEquals(List.of(), slack.journal().unknownMethods());
    }

    /** The lines of Slack's own client are not cut when Slack moves the bot to another server. */
    void holdsAfterARefresh() throws InterruptedException {
        Connection first = slack.connections().get(0);
        first.disconnect(DisconnectReason.REFRESH_REQUESTED);
        Eventually.holds(
                "it connects again",
                () -> slack.connections().stream().anyMatch(open -> open.state() == Connection.State.OPEN));
        mentionIsAnsweredInTheChannel();
    }

    /** What Slack and others send to a request URL. */
    void holdsForARequestUrl() {
        assertAcknowledged(slack.challenge());
        assertAcknowledged(slack.sslCheck());
        for (Forgery forgery : List.of(Forgery.WRONG_SIGNATURE, Forgery.NO_SIGNATURE, Forgery.OLD_TIMESTAMP)) {
            Delivery forged = slack.forge(Payloads.appMention("forged"), forgery);
            assertEquals(Delivery.State.FAILED, forged.await(Eventually.BOUND), forgery::name);
            assertEquals("http_error", forged.reason(), forgery::name);
        }
    }

    private void mentionIsAnsweredInTheChannel() {
        int before = slack.journal().calls("chat.postMessage").size();
        assertAcknowledged(slack.deliver(Payloads.appMention("hello")));
        Journal.Call answer = last("chat.postMessage", before + 1);
        assertTrue(answer.ok());
        assertEquals(TokenKind.BOT, answer.token());
        assertEquals("Hello <@U0SIMUSER>", answer.arguments().path("text").asString());
        assertEquals("C0SIMCHAN", answer.arguments().path("channel").asString());
    }

    private void commandIsAnsweredAndOpensAModal() {
        Delivery command = slack.deliver(Payloads.slashCommand("/hello", "world"));
        assertAcknowledged(command);
        String answer = command.acknowledgement().orElseThrow().body();
        assertTrue(answer.contains("Hi world"), answer);
        assertTrue(last("views.open", 1).ok(), "the trigger is good");
    }

    private void clickIsAnsweredThroughTheResponseUrl() {
        assertAcknowledged(slack.deliver(Payloads.blockAction("approve", "42")));
        Journal.Call answer = last(Journal.RESPONSE_URL, 1);
        assertTrue(answer.ok());
        assertEquals("Approved 42", answer.arguments().path("text").asString());
    }

    private void submissionIsAnswered() {
        Delivery submission = slack.deliver(Payloads.viewSubmission("form", Map.of("name", "Ada")));
        assertAcknowledged(submission);
        assertEquals(
                "clear",
                submission.acknowledgement().flatMap(Answer::json).orElseThrow().path("response_action").asString());
    }

    private Journal.Call last(String method, int count) {
        Predicate<Journal.Call> which = call -> call.method().equals(method);
        List<Journal.Call> calls = slack.journal().await(which, count, Eventually.BOUND);
        assertEquals(count, calls.size(), method);
        return calls.get(count - 1);
    }

    private static void assertAcknowledged(Delivery delivery) {
        Delivery.State state = delivery.await(Eventually.BOUND);
        assertEquals(
                Delivery.State.ACKNOWLEDGED,
                state,
                () -> delivery.payload().name() + ": " + delivery.reason() + " " + delivery.attempts());
    }
}
