package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.web.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was sent to the bot in one scenario, and what it did about it. Safe for use by many threads. */
final class Traffic {

    private final Journal journal;
    private final long before;
    private final Map<Integer, Delivery> toHandle = new LinkedHashMap<>();
    private final List<Delivery> toAcknowledge = new ArrayList<>();
    private final Map<Forgery, Delivery> toRefuse = new LinkedHashMap<>();
    private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    private final Map<Long, VisibleEffect> known = new ConcurrentHashMap<>();
    private volatile long end = Long.MAX_VALUE;
    private volatile boolean isStreaming;
    private volatile int effectsBefore;

    Traffic(Journal journal) {
        this.journal = journal;
        before = lastNumber(journal);
    }

    private static long lastNumber(Journal journal) {
        List<Journal.Call> calls = journal.calls();
        return calls.isEmpty() ? 0 : calls.get(calls.size() - 1).number();
    }

    /** A payload of this scenario: an answer that was slow may still come to one of the scenario before. */
    void own(int number) {
        numbers.add(number);
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
        toRefuse.put(forgery, delivery);
    }

    /** From now on, what is sent comes one after the other, so that it shows when the bot is deaf. */
    void streaming() {
        isStreaming = true;
    }

    boolean isStreaming() {
        return isStreaming;
    }

    /** What has an effect from now on was not there before. */
    void mark() {
        effectsBefore = effects().size();
    }

    /** How many effects there were at the mark. */
    int effectsBefore() {
        return effectsBefore;
    }

    /** The bot has ended: the answer to a later call does not reach it any more. */
    void ended() {
        end = lastNumber(journal);
    }

    /** The bot runs again. */
    void running() {
        end = Long.MAX_VALUE;
    }

    synchronized List<Delivery> handled() {
        return List.copyOf(toHandle.values());
    }

    /** Everything that must be acknowledged. */
    synchronized List<Delivery> acknowledged() {
        return Stream.concat(toHandle.values().stream(), toAcknowledge.stream()).toList();
    }

    synchronized Map<Forgery, Delivery> refused() {
        return new LinkedHashMap<>(toRefuse);
    }

    /** The calls so far that somebody in Slack would see, the first one first. */
    List<Journal.Call> calls() {
        long limit = end;
        return journal
                .calls(call -> call.number() > before && call.number() <= limit && VisibleEffect.isEffect(call))
                .stream()
                .filter(call -> isOwn(effect(call)))
                .toList();
    }

    /** The effects so far, the first one first. */
    List<VisibleEffect> effects() {
        return Stream.concat(calls().stream().map(this::effect), replies().stream())
                .sorted(Comparator.comparing(VisibleEffect::at))
                .toList();
    }

    private VisibleEffect effect(Journal.Call call) {
        return known.computeIfAbsent(call.number(), number -> VisibleEffect.of(call));
    }

    private boolean isOwn(VisibleEffect effect) {
        return effect.number().isEmpty() || numbers.contains(effect.number().getAsInt());
    }

    /** What rides in acknowledgements. */
    private synchronized List<VisibleEffect> replies() {
        Stream<VisibleEffect> own = toHandle.entrySet().stream()
                .flatMap(entry -> reply(entry.getValue()).map(effect -> effect.about(entry.getKey())).stream());
        return Stream.concat(own, toAcknowledge.stream().flatMap(delivery -> reply(delivery).stream()))
                .toList();
    }

    /**
     * Of an answer to an event, nobody sees anything. That to a command may also be a plain text:
     * docs.slack.dev/interactivity/implementing-slash-commands.
     */
    private static Optional<VisibleEffect> reply(Delivery delivery) {
        Payload.Kind kind = delivery.payload().kind();
        Optional<Answer> seen = delivery.acknowledgement().filter(answer -> kind.acceptsResponsePayload());
        Optional<ObjectNode> message = seen.flatMap(Answer::json)
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .or(() -> seen.map(Answer::body)
                        .filter(text -> kind == Payload.Kind.SLASH_COMMAND && !text.isBlank())
                        .map(text -> JsonNodeFactory.instance.objectNode().put("text", text)));
        return message.filter(json -> !json.isEmpty())
                .map(json -> VisibleEffect.of("reply", json, delivery.createdAt()));
    }

    /** What each payload that must be handled led to, by its number. */
    synchronized Map<Integer, List<VisibleEffect>> effectsByNumber() {
        Map<Integer, List<VisibleEffect>> byNumber = new LinkedHashMap<>();
        toHandle.keySet().forEach(number -> byNumber.put(number, new ArrayList<>()));
        List<VisibleEffect> nameless = new ArrayList<>();
        for (VisibleEffect effect : effects()) {
            List<VisibleEffect> own = effect.number().isPresent() ? byNumber.get(effect.number().getAsInt()) : null;
            (own == null ? nameless : own).add(effect);
        }
        assign(nameless, byNumber);
        return byNumber;
    }

    /** An effect that names none of the payloads, such as a plain text, belongs to the first that waits for one. */
    private static void assign(List<VisibleEffect> nameless, Map<Integer, List<VisibleEffect>> byNumber) {
        for (VisibleEffect effect : nameless) {
            byNumber.values().stream()
                    .filter(List::isEmpty)
                    .findFirst()
                    .or(() -> byNumber.values().stream().reduce((first, last) -> last))
                    .ifPresent(own -> own.add(effect));
        }
    }

    Measurement.Handling handling() {
        Collection<List<VisibleEffect>> all = effectsByNumber().values();
        int handled = (int) all.stream().filter(own -> !own.isEmpty()).count();
        int duplicates = all.stream().mapToInt(Traffic::duplicates).sum();
        return new Measurement.Handling(handled, duplicates, all.size() - handled);
    }

    /** What came a second time first. */
    String firstDuplicate() {
        return effectsByNumber().values().stream()
                .flatMap(own -> {
                    Set<String> seen = new HashSet<>();
                    return own.stream().map(VisibleEffect::what).filter(what -> !seen.add(what));
                })
                .findFirst()
                .orElse("");
    }

    private static int duplicates(List<VisibleEffect> effects) {
        Set<String> seen = new HashSet<>();
        return (int) effects.stream().filter(effect -> !seen.add(effect.what())).count();
    }

    SortedSet<String> distinctEffects() {
        SortedSet<String> distinct = new TreeSet<>();
        effects().forEach(effect -> distinct.add(effect.what()));
        return distinct;
    }

    List<Duration> answers() {
        return Stream.concat(acknowledged().stream(), refused().values().stream())
                .flatMap(delivery -> delivery.attempts().stream())
                .flatMap(attempt -> attempt.answer().stream())
                .map(Answer::after)
                .toList();
    }

    /** The longest time from an attempt that failed to the next one that did not. */
    Duration deaf() {
        List<Attempt> attempts = acknowledged().stream()
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
