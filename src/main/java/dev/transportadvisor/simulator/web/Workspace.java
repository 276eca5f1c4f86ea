package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of the one workspace. A channel exists as soon as somebody names it, so that a test may use ids of its
 * own; what is no channel id is refused.
 */
final class Workspace {

    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{2,}");

    private static final String GENERAL = "general";

    private final Timeline timeline;
    private final Map<String, Map<String, ObjectNode>> channels = new BoundedMap<>();
    private long lastMicros;

    Workspace(Timeline timeline) {
        this.timeline = timeline;
        channels.put(Identity.CHANNEL, new BoundedMap<>());
    }

    /** The id of the channel that an argument names, by id or, for the one that has a name, by name. */
    String channel(String named) {
        if (named.equals(GENERAL) || named.equals("#" + GENERAL)) {
            return Identity.CHANNEL;
        }
        if (named.equals(Identity.USER)) {
            return Identity.DIRECT_CHANNEL;
        }
        if (!CHANNEL.matcher(named).matches()) {
            throw new ApiRefusal("channel_not_found");
        }
        return named;
    }

    static String name(String channel) {
        return channel.equals(Identity.CHANNEL) ? GENERAL : channel.toLowerCase(Locale.ROOT);
    }

    /** Slack's id of a message in its channel: seconds since 1970 with six decimals, and never the same twice. */
    synchronized String timestamp() {
        Instant now = timeline.now();
        lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    synchronized void post(String channel, String timestamp, ObjectNode message) {
        channels.computeIfAbsent(channel, id -> new BoundedMap<>()).put(timestamp, message);
    }

    synchronized boolean has(String channel, String timestamp) {
        return channels.getOrDefault(channel, Map.of()).containsKey(timestamp);
    }

    synchronized void delete(String channel, String timestamp) {
        channels.getOrDefault(channel, new BoundedMap<>()).remove(timestamp);
    }

    /** The messages of a channel, the newest first, as Slack lists them. */
    synchronized List<ObjectNode> messages(String channel) {
        List<ObjectNode> messages = new ArrayList<>(channels.getOrDefault(channel, Map.of()).values());
        Collections.reverse(messages);
        return messages;
    }

    synchronized List<String> channels() {
        return List.copyOf(channels.keySet());
    }
}
