package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of all channels. A channel exists as soon as somebody names it, so that a test may use ids of its own.
 * Safe for use by many threads.
 */
public final class Conversations {

    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{2,}");

    private final Timeline timeline;
    private final Changes changes;
    private final Map<String, Map<String, Message>> channels = new BoundedMap<>();
    private long lastMicros;

    public Conversations(Timeline timeline, Changes changes) {
        this.timeline = timeline;
        this.changes = changes;
        Channel.ALL.forEach(channel -> channels.put(channel.id(), new BoundedMap<>()));
    }

    /** The id of the channel that an argument names, by its id, its name or a person; empty if it can name none. */
    public static Optional<String> channel(String named) {
        return Channel.named(named.replaceFirst("^#", ""))
                .map(Channel::id)
                .or(() -> Person.find(named).map(Person::directChannel))
                .or(() -> Optional.of(named).filter(id -> CHANNEL.matcher(id).matches()));
    }

    /** Slack's id of a message in its channel: seconds since 1970 with six decimals, and never the same twice. */
    public synchronized String timestamp() {
        Instant now = timeline.now();
        lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    /** Adds a message for everybody, or puts it in the place of the one with its timestamp. */
    public void post(String channel, ObjectNode body) {
        put(channel, body, Optional.empty(), false);
    }

    /** Adds a message that one person sees. */
    public void whisper(String channel, String person, ObjectNode body) {
        put(channel, body, Optional.of(person), false);
    }

    /** Puts a message back as it was. */
    public void restore(Message message) {
        put(message.channel(), message.body(), message.visibleTo(), message.isDeleted());
    }

    private synchronized void put(String channel, ObjectNode body, Optional<String> visibleTo, boolean isDeleted) {
        channels.computeIfAbsent(channel, id -> new BoundedMap<>())
                .put(
                        body.path("ts").asString(""),
                        new Message(channel, body, visibleTo, isDeleted, changes.happened()));
    }

    public synchronized Optional<Message> find(String channel, String timestamp) {
        return Optional.ofNullable(channels.getOrDefault(channel, Map.of()).get(timestamp))
                .filter(message -> !message.isDeleted());
    }

    /** The newest message of a channel that is like this. */
    public synchronized Optional<Message> newest(String channel, Predicate<ObjectNode> like) {
        return channels.getOrDefault(channel, Map.of()).values().stream()
                .filter(message -> !message.isDeleted() && like.test(message.body()))
                .reduce((older, newer) -> newer);
    }

    /**
     * Changes a copy of a message's body; whose it is stays as it is.
     *
     * @return the changed message; empty if there is none
     */
    public synchronized Optional<Message> change(
            String channel, String timestamp, UnaryOperator<ObjectNode> change) {
        find(channel, timestamp)
                .ifPresent(old -> put(channel, change.apply(old.body().deepCopy()), old.visibleTo(), false));
        return find(channel, timestamp);
    }

    /** Takes a message back, and keeps nothing of it but when it was written and by whom. */
    public synchronized void delete(String channel, String timestamp) {
        find(channel, timestamp).ifPresent(old -> {
            ObjectNode trace = JsonTree.object().put("ts", timestamp).put("user", old.author());
            old.body().optional("thread_ts").ifPresent(thread -> trace.set("thread_ts", thread));
            put(channel, trace, old.visibleTo(), true);
        });
    }

    /** What is to be seen by everybody in a channel, the newest first, as Slack lists it. */
    public synchronized List<ObjectNode> messages(String channel) {
        List<ObjectNode> bodies = new ArrayList<>();
        channels.getOrDefault(channel, Map.of()).values().stream()
                .filter(Message::isPublic)
                .forEach(message -> bodies.add(message.body()));
        Collections.reverse(bodies);
        return bodies;
    }

    /** Every message that was changed after a change, deleted ones as well, the oldest of a channel first. */
    public synchronized List<Message> changedAfter(long change) {
        return channels.values().stream()
                .flatMap(messages -> messages.values().stream())
                .filter(message -> message.change() > change)
                .toList();
    }

    /** The ids of all channels. */
    public synchronized List<String> channels() {
        return List.copyOf(channels.keySet());
    }
}
