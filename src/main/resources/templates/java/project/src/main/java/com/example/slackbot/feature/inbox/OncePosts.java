package com.example.slackbot.feature.inbox;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

    /** No post of a delivery is older than that, but Slack's clock is not that of the database. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * @param key the same whenever this post of a delivery is made
     * @param first whether nobody began with it before, as far as that is remembered
     * @param received when the delivery came: no post of it is older
     */
    record Post(String key, boolean first, Instant received) {

        /** A dead delivery may be revived when its posts are forgotten. */
        private boolean mayBeThere() {
            return !first || received.isBefore(Instant.now().minus(Inbox.MEMORY));
        }
    }

    private final Supplier<Post> next;

    OncePosts(Supplier<Post> next) {
        this.next = next;
    }

    /** Posts a message, unless an earlier attempt at the same work did. */
    public void post(MethodsClient slack, ChatPostMessageRequest message) throws IOException, SlackApiException {
        Post post = next.get();
        if (post.mayBeThere() && isThere(slack, message, post)) {
            return;
        }
        message.setMetadata(Message.Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of("id", post.key()))
                .build());
        History.check("chat.postMessage", slack.chatPostMessage(message).getError());
    }

    private static boolean isThere(MethodsClient slack, ChatPostMessageRequest message, Post post)
            throws IOException, SlackApiException {
        History history = new History(slack);
        Optional<History.Place> place =
                Optional.of(new History.Place(message.getChannel(), message.getThreadTs(), null));
        while (place.isPresent()) {
            History.Page page = history.read(place.get(), post.received().minus(CLOCKS_DIFFER), null);
            if (page.messages().stream().anyMatch(one -> carries(one, post.key()))) {
                return true;
            }
            place = page.next();
        }
        return false;
    }

    private static boolean carries(Message message, String key) {
        Message.Metadata metadata = message.getMetadata();
        return metadata != null
                && EVENT_TYPE.equals(metadata.getEventType())
                && key.equals(metadata.getEventPayload().get("id"));
    }
}
