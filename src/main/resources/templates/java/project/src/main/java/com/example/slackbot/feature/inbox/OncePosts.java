package com.example.slackbot.feature.inbox;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Posts that happen once although their work may be repeated. Slack and the database cannot commit together: a process
 * that dies between a post and its commit leaves work that is repeated. So the message carries the delivery's id, and
 * a repeat looks for it first. That needs the history scope of the channel's kind, such as channels:history.
 *
 * @see <a href="https://docs.slack.dev/messaging/message-metadata">Message metadata</a>
 */
public final class OncePosts {
    private static final String EVENT_TYPE = "delivery";
    private static final int RECENT = 100;

    /**
     * @param key the same whenever this post of a delivery is made
     * @param first whether nobody began with it before
     * @param received when the delivery came: no post of it is older
     */
    record Post(String key, boolean first, Instant received) {

        /** As Slack writes times, and early enough for clocks that differ. */
        String oldest() {
            return String.valueOf(received.minus(Duration.ofMinutes(5)).getEpochSecond());
        }
    }

    private final Supplier<Post> next;

    OncePosts(Supplier<Post> next) {
        this.next = next;
    }

    /** Posts a message, unless an earlier attempt at the same work did. */
    public void post(MethodsClient slack, ChatPostMessageRequest message) throws IOException, SlackApiException {
        Post post = next.get();
        if (!post.first() && isThere(slack, message, post)) {
            return;
        }
        message.setMetadata(Message.Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of("id", post.key()))
                .build());
        check("chat.postMessage", slack.chatPostMessage(message).getError());
    }

    private static boolean isThere(MethodsClient slack, ChatPostMessageRequest message, Post post)
            throws IOException, SlackApiException {
        List<Message> recent = message.getThreadTs() == null
                ? history(slack, message.getChannel(), post.oldest())
                : thread(slack, message.getChannel(), message.getThreadTs(), post.oldest());
        return recent.stream()
                .map(Message::getMetadata)
                .anyMatch(metadata -> metadata != null
                        && EVENT_TYPE.equals(metadata.getEventType())
                        && post.key().equals(metadata.getEventPayload().get("id")));
    }

    private static List<Message> history(MethodsClient slack, String channel, String oldest)
            throws IOException, SlackApiException {
        ConversationsHistoryResponse answer = slack.conversationsHistory(
                ask -> ask.channel(channel).oldest(oldest).limit(RECENT).includeAllMetadata(true));
        check("conversations.history", answer.getError());
        return answer.getMessages();
    }

    private static List<Message> thread(MethodsClient slack, String channel, String thread, String oldest)
            throws IOException, SlackApiException {
        ConversationsRepliesResponse answer = slack.conversationsReplies(
                ask -> ask.channel(channel).ts(thread).oldest(oldest).limit(RECENT).includeAllMetadata(true));
        check("conversations.replies", answer.getError());
        return answer.getMessages();
    }

    private static void check(String method, String error) throws IOException {
        if (error != null) {
            throw new IOException(method + ": " + error);
        }
    }
}
