package dev.transportadvisor.manifest;

import dev.transportadvisor.source.Keyword;
import java.util.List;
import java.util.stream.Stream;

/** The two tokens that a manifest asks for. Each has its own scopes and its own events. */
public enum Token implements Keyword {
    BOT,
    USER;

    /** The scopes that are asked for. */
    public FieldPath scopes() {
        return FieldPath.of("/oauth_config/scopes/" + word() + "/*");
    }

    /** The names of the events that are subscribed with this token. */
    public FieldPath events() {
        return FieldPath.of("/settings/event_subscriptions/" + word() + "_events/*");
    }

    /** The scopes that are asked for with any token. */
    public static List<FieldPath> allScopes() {
        return Stream.of(values()).map(Token::scopes).toList();
    }

    /** The names of the events that are subscribed with any token. */
    public static List<FieldPath> allEvents() {
        return Stream.of(values()).map(Token::events).toList();
    }

    public Token other() {
        return this == BOT ? USER : BOT;
    }
}
