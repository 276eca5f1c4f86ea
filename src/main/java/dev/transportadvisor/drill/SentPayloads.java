package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.events.Forgery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What was sent to the bot in one scenario, and what must become of it. Safe for use by many threads. */
final class SentPayloads {

    private final Map<Integer, Delivery> toHandle = new LinkedHashMap<>();
    private final List<Delivery> toAcknowledge = new ArrayList<>();
    private final List<Forged> toRefuse = new ArrayList<>();
    private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    private volatile boolean isStreaming;

    /** A payload of this scenario: an answer that was slow may still come to one of the scenario before. */
    void own(int number) {
        numbers.add(number);
    }

    boolean isOwn(int number) {
        return numbers.contains(number);
    }

    /** Something that must have an effect. */
    synchronized void handle(int number, Delivery delivery) {
        toHandle.put(number, delivery);
    }

    /** Something that must be acknowledged, and no more. */
    synchronized void acknowledge(Delivery delivery) {
        toAcknowledge.add(delivery);
    }

    synchronized void refuse(Forgery forgery, Delivery delivery) {
        toRefuse.add(new Forged(forgery, delivery));
    }

    /** From now on, what is sent comes one after the other, so that it shows when the bot is deaf. */
    void streaming() {
        isStreaming = true;
    }

    boolean isStreaming() {
        return isStreaming;
    }

    /** What must have an effect, by its number, in the order of sending. */
    synchronized Map<Integer, Delivery> toHandle() {
        return new LinkedHashMap<>(toHandle);
    }

    /** What must be acknowledged, and no more. */
    synchronized List<Delivery> toAcknowledge() {
        return List.copyOf(toAcknowledge);
    }

    synchronized List<Forged> toRefuse() {
        return List.copyOf(toRefuse);
    }

    /** Something that must be refused. */
    record Forged(Forgery forgery, Delivery delivery) {}

    /** Everything that must be acknowledged, whatever else. */
    List<Delivery> all() {
        return Stream.concat(toHandle().values().stream(), toAcknowledge().stream()).toList();
    }

    /** How long each answer took. */
    List<Duration> answers() {
        return attempts()
                .flatMap(attempt -> attempt.answer().stream())
                .map(Answer::after)
                .toList();
    }

    private Stream<Attempt> attempts() {
        return Stream.concat(all().stream(), toRefuse().stream().map(Forged::delivery))
                .flatMap(delivery -> delivery.attempts().stream());
    }

    /** How often something was sent to a replica. */
    int countOf(Replica replica) {
        return (int) attempts().filter(replica::got).count();
    }

    /** The longest time from an attempt that failed to the next one that did not. */
    Duration deaf() {
        List<Attempt> attempts = all().stream()
                .flatMap(delivery -> delivery.attempts().stream())
                .sorted(Comparator.comparing(Attempt::at))
                .toList();
        Duration longest = Duration.ZERO;
        Instant since = null;
        for (Attempt attempt : attempts) {
            if (attempt.failure().isPresent()) {
                since = since == null ? attempt.at() : since;
            } else if (since != null) {
                Duration deaf = Duration.between(since, attempt.at());
                longest = deaf.compareTo(longest) > 0 ? deaf : longest;
                since = null;
            }
        }
        return longest;
    }
}
