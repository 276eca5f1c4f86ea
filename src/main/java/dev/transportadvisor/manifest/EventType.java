package dev.transportadvisor.manifest;

import dev.transportadvisor.source.Keyword;
import java.util.Optional;

/**
 * An event as Slack's documentation lists it.
 *
 * @param name as a manifest subscribes to it, such as {@code message.im}
 * @param bot what a bot's token needs
 * @param user what a user's token needs
 * @param also what else must be there, in a few words
 * @param deprecated why it should not be used any more
 * @param isVerified whether the sources agree; what they leave open is in {@code remark}
 * @param source where it can be read up
 */
public record EventType(
        String name,
        Delivery delivery,
        ScopeNeed bot,
        ScopeNeed user,
        Optional<String> also,
        Optional<String> deprecated,
        boolean isVerified,
        Optional<String> remark,
        String source) {

    /** How it reaches an app. */
    public enum Delivery implements Keyword {
        /** Over the Events API or Socket Mode, to whoever subscribes to it. */
        SUBSCRIPTION,
        /** Over the Events API, without being asked for. */
        AUTOMATIC,
        /** Only in the old RTM API. */
        RTM_ONLY,
        /** As an event {@code message} with this subtype. */
        MESSAGE_SUBTYPE
    }

    public ScopeNeed need(Token token) {
        return token == Token.BOT ? bot : user;
    }
}
