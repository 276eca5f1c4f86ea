package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.web.Journal;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the bot did about what was sent to it in one scenario. Safe for use by many threads. */
final class VisibleEffects {

    private final Journal journal;
    private final SentPayloads sent;
    private final long before;
    private final Map<Long, VisibleEffect> known = new ConcurrentHashMap<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private volatile int marked;

    VisibleEffects(Journal journal, SentPayloads sent) {
        this.journal = journal;
        this.sent = sent;
        before = lastNumber(journal);
    }

    private static long lastNumber(Journal journal) {
        List<Journal.Call> calls = journal.calls();
        return calls.isEmpty() ? 0 : calls.get(calls.size() - 1).number();
    }

    /** What has an effect from now on was not there before. */
    void mark() {
        marked = all().size();
    }

    /** The first effect since the mark. */
    Optional<VisibleEffect> firstSinceMark() {
        return all().stream().skip(marked).findFirst();
    }

    /** A process of the bot has ended: what it had asked for and has no answer to, it does not know to be done. */
    void ended(String process) {
        ends.add(new End(process, journal.arrivals(), lastNumber(journal)));
    }

    /**
     * The end of a process.
     *
     * @param arrived how many calls had arrived by then
     * @param answered the number of the last one that was answered by then
     */
    private record End(String process, long arrived, long answered) {

        boolean cutsOff(Journal.Call call) {
            return call.process().equals(process) && call.arrival() <= arrived && call.number() > answered;
        }
    }

    /** The calls so far that somebody in Slack would see, the first one first. */
    List<Journal.Call> calls() {
        return journal
                .calls(call -> call.number() > before && !isOfTheDead(call) && VisibleEffect.isEffect(call))
                .stream()
                .filter(call -> effect(call).number().stream().allMatch(sent::isOwn))
                .toList();
    }

    private boolean isOfTheDead(Journal.Call call) {
        return ends.stream().anyMatch(end -> end.cutsOff(call));
    }

    /** The effects so far, the first one first. */
    List<VisibleEffect> all() {
        return Stream.concat(calls().stream().map(this::effect), replies())
                .sorted(Comparator.comparing(VisibleEffect::at))
                .toList();
    }

    private VisibleEffect effect(Journal.Call call) {
        return known.computeIfAbsent(call.number(), number -> VisibleEffect.of(call));
    }

    /** What rides in acknowledgements. */
    private Stream<VisibleEffect> replies() {
        Stream<VisibleEffect> own = sent.toHandle().entrySet().stream()
                .flatMap(entry -> reply(entry.getValue()).map(effect -> effect.about(entry.getKey())).stream());
        return Stream.concat(own, sent.toAcknowledge().stream().flatMap(delivery -> reply(delivery).stream()));
    }

    /**
     * Of an answer to an event, nobody sees anything. That to a command may also be a plain text:
     * docs.slack.dev/interactivity/implementing-slash-commands. Nor does anybody see one to a check of the certificate,
     * but where it is a message, a command has been run.
     */
    private static Optional<VisibleEffect> reply(Delivery delivery) {
        Payload.Kind kind = delivery.payload().kind();
        boolean isCheck = kind == Payload.Kind.SSL_CHECK;
        Optional<Answer> seen = delivery.acknowledgement().filter(answer -> isCheck || kind.acceptsResponsePayload());
        Optional<ObjectNode> message = seen.flatMap(Answer::json)
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .or(() -> seen.map(Answer::body)
                        .filter(text -> kind == Payload.Kind.SLASH_COMMAND && !text.isBlank())
                        .map(text -> JsonNodeFactory.instance.objectNode().put("text", text)));
        return message.filter(json -> isCheck ? json.has("text") || json.has("blocks") : !json.isEmpty())
                .map(json -> VisibleEffect.reply(json, delivery.createdAt()));
    }

    /** What each payload that must be handled led to. */
    private Map<Integer, List<VisibleEffect>> byPayload() {
        Map<Integer, List<VisibleEffect>> byNumber = new LinkedHashMap<>();
        sent.toHandle().keySet().forEach(number -> byNumber.put(number, new ArrayList<>()));
        List<VisibleEffect> nameless = new ArrayList<>();
        for (VisibleEffect effect : all()) {
            List<VisibleEffect> own = effect.number().isPresent() ? byNumber.get(effect.number().getAsInt()) : null;
            (own == null ? nameless : own).add(effect);
        }
        nameless.forEach(effect -> assign(effect, byNumber.values()));
        return byNumber;
    }

    /** An effect that names none of the payloads, such as a plain text, belongs to the first that waits for one. */
    private static void assign(VisibleEffect nameless, Collection<List<VisibleEffect>> byPayload) {
        byPayload.stream()
                .filter(List::isEmpty)
                .findFirst()
                .or(() -> byPayload.stream().reduce((first, last) -> last))
                .ifPresent(own -> own.add(nameless));
    }

    Measurement.Handling handling() {
        Collection<List<VisibleEffect>> all = byPayload().values();
        int handled = (int) all.stream().filter(own -> !own.isEmpty()).count();
        int duplicates = (int) all.stream().flatMap(VisibleEffects::duplicates).count();
        return new Measurement.Handling(handled, duplicates, all.size() - handled);
    }

    /** How many effects a replica had: by its own calls, or else by what it acknowledged. */
    int countOf(Replica replica) {
        Map<Integer, List<VisibleEffect>> effects = byPayload();
        Map<Integer, Delivery> deliveries = sent.toHandle();
        return (int) effects.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(effect -> effect.process().isEmpty()
                                ? replica.acknowledged(deliveries.get(entry.getKey()))
                                : effect.process().equals(replica.id())))
                .count();
    }

    /** What must have an effect and has none. */
    List<Delivery> lost() {
        Map<Integer, Delivery> sentPayloads = sent.toHandle();
        return byPayload().entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> sentPayloads.get(entry.getKey()))
                .toList();
    }

    /** What came a second time first. */
    String firstDuplicate() {
        return byPayload().values().stream().flatMap(VisibleEffects::duplicates).findFirst().orElse("");
    }

    private static Stream<String> duplicates(List<VisibleEffect> effects) {
        Set<String> seen = new HashSet<>();
        return effects.stream().map(VisibleEffect::what).filter(what -> !seen.add(what));
    }

    SortedSet<String> distinct() {
        return all().stream().map(VisibleEffect::what).collect(Collectors.toCollection(TreeSet::new));
    }
}
