package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.source.Keyword;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A payload on its way to the bot, with all its attempts. Safe for use by many threads. */
public final class Delivery {

    /** How far a delivery has come. */
    public enum State implements Keyword {
        /** An attempt is under way, or a retry is due. */
        WAITING,
        /** The bot has answered in time. */
        ACKNOWLEDGED,
        /** Slack has given up. */
        FAILED,
        /** Slack would not have sent it at all. */
        WITHHELD
    }

    private final String id;
    private final Payload payload;
    private final Instant createdAt;
    private final Changes changes;
    private final CompletableFuture<Delivery> settled = new CompletableFuture<>();
    private final List<Attempt> attempts = new ArrayList<>(1);
    private State state = State.WAITING;
    private String reason = "";
    private Attempt acknowledged;
    private SignedRequest sent;
    private long change;

    Delivery(String id, Payload payload, Instant createdAt, Changes changes) {
        this.id = id;
        this.payload = payload;
        this.createdAt = createdAt;
        this.changes = changes;
        change = changes.happened();
    }

    public String id() {
        return id;
    }

    /** With everything that Slack adds: ids, times, the trigger, the response URL. */
    public Payload payload() {
        return payload;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public synchronized State state() {
        return state;
    }

    /** The number of its last change. */
    public synchronized long change() {
        return change;
    }

    /** Why it failed or was withheld; empty otherwise. */
    public synchronized String reason() {
        return reason;
    }

    /** The attempts so far, the first one first. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** What the bot acknowledged with. */
    public synchronized Optional<Answer> acknowledgement() {
        return Optional.ofNullable(acknowledged).flatMap(Attempt::answer);
    }

    /** Completes when the state is no longer {@link State#WAITING}; never exceptionally. */
    public CompletableFuture<Delivery> settled() {
        return settled.copy();
    }

    /** Waits until the delivery is settled, but not longer than this; returns the state it then has. */
    public State await(Duration bound) {
        try {
            settled.get(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            return state();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return state();
    }

    /** @return the index of the attempt, for what is told about it later */
    public synchronized int begin(int number, Instant at, String via) {
        attempts.add(Attempt.sent(number, at, via));
        change = changes.happened();
        return attempts.size() - 1;
    }

    /** Of an answer that Slack does not look into, the beginning is kept: thousands may come, each up to 1 MiB. */
    public synchronized void answered(int index, Answer answer) {
        boolean isUsed = payload.kind().acceptsResponsePayload();
        change(index, attempt -> attempt.answered(isUsed ? answer : answer.shortened()));
    }

    public synchronized void failed(int index, String failure) {
        change(index, attempt -> attempt.failed(failure));
    }

    /** Puts it into the state in which an earlier run has left it. */
    void restore(State end, String why, List<Attempt> made) {
        synchronized (this) {
            attempts.addAll(made);
            acknowledged = end == State.ACKNOWLEDGED && !made.isEmpty() ? made.get(made.size() - 1) : null;
        }
        settle(end, why);
    }

    void acknowledge(int index) {
        synchronized (this) {
            acknowledged = attempts.get(index);
        }
        settle(State.ACKNOWLEDGED, "");
    }

    public void settle(State end, String why) {
        synchronized (this) {
            if (state != State.WAITING) {
                return;
            }
            state = end;
            reason = why;
            change = changes.happened();
        }
        settled.complete(this);
    }

    /** The last request over HTTP, byte for byte; empty over a socket. */
    public synchronized Optional<SignedRequest> sent() {
        return Optional.ofNullable(sent);
    }

    public synchronized void sent(SignedRequest request) {
        sent = request;
    }

    private void change(int index, UnaryOperator<Attempt> edit) {
        attempts.set(index, edit.apply(attempts.get(index)));
        change = changes.happened();
    }
}
