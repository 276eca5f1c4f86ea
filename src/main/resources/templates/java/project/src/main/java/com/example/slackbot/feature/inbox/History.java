package com.example.slackbot.feature.inbox;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was said in a channel or a thread, a page at a time. It needs the history scope of the channel's kind. */
final class History {
    private static final int PAGE = 200;

    /**
     * Where a page begins.
     *
     * @param thread the time of its first message; null for the channel itself
     * @param cursor null for the first page
     */
    record Place(String channel, String thread, String cursor) {}

    /** @param next where the next page begins; empty behind the last one */
    record Page(List<Message> messages, Optional<Place> next) {}

    /** Slack has refused. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        private final String code;

        RefusedException(String method, String code) {
            super(method + ": " + code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final MethodsClient slack;

    History(MethodsClient slack) {
        this.slack = slack;
    }

    /** @param latest null up to the newest one */
    Page read(Place place, Instant oldest, Instant latest) throws IOException, SlackApiException {
        return place.thread() == null ? channel(place, oldest, latest) : thread(place, oldest, latest);
    }

    private Page channel(Place place, Instant oldest, Instant latest) throws IOException, SlackApiException {
        ConversationsHistoryResponse answer = slack.conversationsHistory(ask -> ask
                .channel(place.channel())
                .oldest(time(oldest))
                .latest(time(latest))
                .cursor(place.cursor())
                .limit(PAGE)
                .includeAllMetadata(true));
        check("conversations.history", answer.getError());
        return page(place, answer.getMessages(), answer.getResponseMetadata());
    }

    private Page thread(Place place, Instant oldest, Instant latest) throws IOException, SlackApiException {
        ConversationsRepliesResponse answer = slack.conversationsReplies(ask -> ask
                .channel(place.channel())
                .ts(place.thread())
                .oldest(time(oldest))
                .latest(time(latest))
                .cursor(place.cursor())
                .limit(PAGE)
                .includeAllMetadata(true));
        check("conversations.replies", answer.getError());
        return page(place, answer.getMessages(), answer.getResponseMetadata());
    }

    private static Page page(Place place, List<Message> messages, ResponseMetadata metadata) {
        return new Page(messages, next(metadata).map(cursor -> new Place(place.channel(), place.thread(), cursor)));
    }

    /** Behind the last page Slack's cursor is empty. */
    static Optional<String> next(ResponseMetadata metadata) {
        return Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .filter(cursor -> !cursor.isEmpty());
    }

    static void check(String method, String error) throws RefusedException {
        if (error != null) {
            throw new RefusedException(method, error);
        }
    }

    /** As Slack writes times. */
    private static String time(Instant instant) {
        return instant == null ? null : String.valueOf(instant.getEpochSecond());
    }
}
