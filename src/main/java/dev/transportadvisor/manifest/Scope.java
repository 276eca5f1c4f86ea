package dev.transportadvisor.manifest;

import dev.transportadvisor.source.Keyword;
import java.util.List;
import java.util.Optional;

/**
 * A scope as Slack's documentation lists it.
 *
 * @param tokens the words for the tokens that can hold it: {@code bot}, {@code user}, {@code app},
 *     {@code configuration}, {@code legacy}; none where nobody could establish it
 * @param may what it lets an app do, to be read after "lets the app"
 * @param broad with which tokens it lets the app read what many people would not expect
 * @param isVerified whether the sources agree
 * @param instead what took its place, as an order, where it is deprecated
 * @param source where it can be read up
 */
public record Scope(
        String name,
        List<String> tokens,
        String may,
        Status status,
        List<Token> broad,
        boolean isVerified,
        Optional<String> instead,
        String source) {

    /** What Slack thinks of it. */
    public enum Status implements Keyword {
        CURRENT,
        DEPRECATED,
        /** Seen somewhere, but without a page in the documentation. */
        UNDOCUMENTED
    }

    public Scope {
        tokens = List.copyOf(tokens);
        broad = List.copyOf(broad);
    }

    /** Whether a token of this kind can hold it, as far as is known. */
    public boolean isFor(Token token) {
        return tokens.contains(token.word());
    }
}
