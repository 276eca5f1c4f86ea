package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Every call that the bot made to the Web API or a response URL; of very many, the last ones. */
public final class Journal {

    /** The method under which uses of a response URL stand in the journal. */
    public static final String RESPONSE_URL = "response_url";

    private final Deque<Call> calls = new ArrayDeque<>();
    private final Set<String> unknownMethods = new TreeSet<>();
    private final Changes changes;
    private long numbers;
    private long arrivals;

    /**
     * One call.
     *
     * @param number counts calls by their answer, from 1
     * @param arrival counts calls by their arrival, from 1; who makes a call may not live to see it answered
     * @param at when it was answered
     * @param method such as {@code chat.postMessage}, or {@link #RESPONSE_URL}
     * @param bearer whose token it was made with
     * @param arguments without the token and other secrets
     * @param status the HTTP status of the answer
     * @param process of the bot that made it; empty for whoever uses the common address
     */
    public record Call(
            long number,
            long arrival,
            Instant at,
            String method,
            Bearer bearer,
            ObjectNode arguments,
            int status,
            ObjectNode answer,
            String process) {

        public TokenKind token() {
            return bearer.kind();
        }

        /** Whether Slack would have done what was asked. */
        public boolean ok() {
            return answer.path("ok").asBoolean(false);
        }

        /** Slack's error code, or an empty string. */
        public String error() {
            return answer.path("error").asString("");
        }
    }

    public Journal(Changes changes) {
        this.changes = changes;
    }

    /** The calls so far, the first one first. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls after the one with this number. */
    public List<Call> callsAfter(long number) {
        return calls(call -> call.number() > number);
    }

    /** How many calls there were, with those that are no longer remembered. */
    public synchronized long count() {
        return numbers;
    }

    public List<Call> calls(String method) {
        return calls(call -> call.method().equals(method));
    }

    public List<Call> calls(Predicate<Call> which) {
        return calls().stream().filter(which).toList();
    }

    /** Methods that were called and that the local Slack does not know, in alphabetical order. */
    public synchronized List<String> unknownMethods() {
        return List.copyOf(unknownMethods);
    }

    /** Waits until so many such calls were made, but not longer than this; returns those that were. */
    public synchronized List<Call> await(Predicate<Call> which, int count, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        List<Call> found = calls(which);
        try {
            for (long left = bound.toNanos(); found.size() < count && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                found = calls(which);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** How many calls have arrived, answered or not. */
    public synchronized long arrivals() {
        return arrivals;
    }

    /** A call has arrived. */
    synchronized long arrival() {
        return ++arrivals;
    }

    synchronized void add(
            long arrival,
            Instant at,
            ApiPath path,
            Bearer bearer,
            ObjectNode arguments,
            int status,
            ObjectNode answer) {
        calls.add(new Call(++numbers, arrival, at, path.method(), bearer, arguments, status, answer, path.process()));
        changes.happened();
        if (calls.size() > Limits.HISTORY) {
            calls.remove();
        }
        notifyAll();
    }

    synchronized void unknown(String method) {
        if (unknownMethods.size() < Limits.HISTORY) {
            unknownMethods.add(method);
        }
    }
}
