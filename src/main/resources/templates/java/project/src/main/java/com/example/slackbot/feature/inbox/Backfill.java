package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Environment;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the channels' history what was said while nobody listened for longer than Slack repeats. What has to be read
 * stands in the inbox itself, in parts of which each leaves the next: so it outlives a crash, processes share it, and
 * the calls come one after the other, no faster than Slack allows.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits</a>
 */
final class Backfill {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final String ID = "backfill/";

    /** Slack tries again at once, after one minute and after five. */
    private static final Duration OUTAGE = Duration.ofMinutes(2);

    /** Nobody waits longer for an answer, and Slack itself repeats no longer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** For clocks that differ. What has come already is known by its message. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** Fifty calls of a method a minute; where Slack allows fewer, it says how long to wait. */
    private static final long PAUSE_MILLIS = 1_200;

    private static final String MENTION = "app_mention";
    private static final String DIRECT_MESSAGE = "message.im";

    /** The bot stops: for the next process. */
    static final Outcome LATER = new Outcome.Again(Duration.ofSeconds(30), "the bot stopped");

    /** What says nothing about the other channels. */
    private static final Set<String> OF_ONE_CHANNEL = Set.of("missing_scope", "not_in_channel", "channel_not_found",
            "is_archived", "thread_not_found", "no_permission", "access_denied");

    private static final Map<ConversationType, String> EVENTS = Map.of(
            ConversationType.PUBLIC_CHANNEL, "message.channels",
            ConversationType.PRIVATE_CHANNEL, "message.groups",
            ConversationType.MPIM, "message.mpim",
            ConversationType.IM, DIRECT_MESSAGE);

    /**
     * Something to read.
     *
     * @param left where; null when the channels are not known yet
     */
    private record Part(int number, long from, long to, String team, String bot, List<Channel> left) {

        StoredDelivery delivery(Gson gson) {
            return StoredDelivery.first(ID + from + "/" + number, gson.toJson(this));
        }

        Part next(List<Channel> then) {
            return new Part(number + 1, from, to, team, bot, then);
        }
    }

    /** @param event which the app gets of each message there, if it has subscribed to it */
    private record Channel(String event, History.Place place) {}

    private final Gson gson = GsonFactory.createSnakeCase();
    private final MethodsClient slack;
    private final InboxStore store;
    private final Set<String> events;

    /** @param events those of {@code bot_events} in the manifest that are made again from messages */
    Backfill(MethodsClient slack, InboxStore store, Set<String> events) {
        this.slack = slack;
        this.store = store;
        this.events = events;
    }

    static Set<String> eventsOfTheProperties() {
        String events = Environment.resource(Database.PROPERTIES).getProperty("backfill", "");
        return Set.of(events.isBlank() ? new String[0] : events.strip().split("[, ]+"));
    }

    /**
     * Leaves something to read when nobody has listened for long, and notes that the bot does. That comes last: when
     * the process dies before it, the next one finds the same.
     *
     * @return whether there is something to read
     */
    boolean beat() throws SQLException {
        Optional<InboxStore.Silence> outage =
                store.silence().filter(silence -> silence.length().compareTo(OUTAGE) >= 0);
        boolean isLeft = outage.isPresent() && leave(outage.get());
        store.beat();
        return isLeft;
    }

    private boolean leave(InboxStore.Silence outage) throws SQLException {
        Instant to = outage.to();
        if (events.isEmpty()) {
            LOG.warn("Nobody listened from {} to {}: what was said is not read in the history", outage.from(), to);
            return false;
        }
        Instant from = outage.from().minus(OVERLAP);
        Instant first = from.isBefore(to.minus(LONGEST)) ? to.minus(LONGEST) : from;
        Part part = new Part(0, first.getEpochSecond(), to.getEpochSecond() + 1, null, null, null);
        LOG.warn("Nobody listened from {} to {}: what was said is read in the history", outage.from(), to);
        return store.add(part.delivery(gson), true);
    }

    static boolean isPart(StoredDelivery delivery) {
        return delivery.id().startsWith(ID);
    }

    Outcome workAt(StoredDelivery delivery) throws IOException, SlackApiException, SQLException, InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        Part part = gson.fromJson(delivery.body(), Part.class);
        Part next = part.left() == null ? begin(part) : part.next(read(part));
        if (next.left().isEmpty()) {
            LOG.info("What was said in the meantime is read");
        } else {
            store.add(next.delivery(gson), true);
        }
        return new Outcome.Done();
    }

    private Part begin(Part part) throws IOException, SlackApiException {
        AuthTestResponse self = slack.authTest(ask -> ask);
        History.check("auth.test", self.getError());
        List<Channel> channels = new ArrayList<>();
        for (ConversationType kind : ConversationType.values()) {
            String event = EVENTS.get(kind);
            if (events.contains(event) || readsMentions(event)) {
                addChannels(kind, channels);
            }
        }
        return new Part(1, part.from(), part.to(), self.getTeamId(), self.getUserId(), channels);
    }

    /** Those that the bot is in. */
    private void addChannels(ConversationType kind, List<Channel> channels) throws IOException, SlackApiException {
        Optional<String> cursor = Optional.empty();
        do {
            String from = cursor.orElse(null);
            UsersConversationsResponse answer = slack.usersConversations(
                    ask -> ask.types(List.of(kind)).excludeArchived(true).limit(200).cursor(from));
            if ("missing_scope".equals(answer.getError())) {
                LOG.warn("Not read: conversations of the kind {}, for want of the scope {}",
                        kind.value(), answer.getNeeded());
                return;
            }
            History.check("users.conversations", answer.getError());
            for (Conversation channel : answer.getChannels()) {
                channels.add(new Channel(EVENTS.get(kind), new History.Place(channel.getId(), null, null)));
            }
            cursor = History.next(answer.getResponseMetadata());
        } while (cursor.isPresent());
    }

    /** Reads one page, and returns what is left to read then. */
    private List<Channel> read(Part part) throws IOException, SlackApiException, SQLException {
        Channel channel = part.left().get(0);
        List<Channel> left = new ArrayList<>(part.left().subList(1, part.left().size()));
        try {
            History.Page page = new History(slack).read(
                    channel.place(), Instant.ofEpochSecond(part.from()), Instant.ofEpochSecond(part.to()));
            for (Message message : page.messages()) {
                keep(part, channel, message);
                if (channel.place().thread() == null && hasReplies(message)) {
                    left.add(0, new Channel(channel.event(),
                            new History.Place(channel.place().channel(), message.getTs(), null)));
                }
            }
            page.next().ifPresent(place -> left.add(0, new Channel(channel.event(), place)));
        } catch (History.RefusedException e) {
            if (!OF_ONE_CHANNEL.contains(e.code())) {
                throw e;
            }
            LOG.warn("Not read: {}, {}", channel.place().channel(), e.getMessage());
        }
        return left;
    }

    private static boolean hasReplies(Message message) {
        return message.getReplyCount() != null && message.getReplyCount() > 0;
    }

    private void keep(Part part, Channel channel, Message message) throws SQLException {
        if (part.bot().equals(message.getUser())) {
            return;
        }
        if (events.contains(channel.event())) {
            keep(part, channel, message, "message");
        }
        boolean mentions = message.getText() != null && message.getText().contains("<@" + part.bot());
        if (readsMentions(channel.event()) && mentions) {
            keep(part, channel, message, MENTION);
        }
    }

    /** In a direct message there are none: docs.slack.dev/reference/events/app_mention. */
    private boolean readsMentions(String event) {
        return events.contains(MENTION) && !event.equals(DIRECT_MESSAGE);
    }

    /** As Slack would have delivered it. */
    private void keep(Part part, Channel channel, Message message, String type) throws SQLException {
        JsonObject event = gson.toJsonTree(message).getAsJsonObject();
        event.addProperty("type", type);
        event.addProperty("channel", channel.place().channel());
        event.addProperty("event_ts", message.getTs());
        JsonObject payload = new JsonObject();
        payload.addProperty("type", "event_callback");
        payload.addProperty("team_id", part.team());
        payload.add("event", event);
        String id = StoredDelivery.message(payload).orElseThrow();
        payload.addProperty("event_id", id);
        store.add(StoredDelivery.first(id, payload.toString()), true);
    }
}
