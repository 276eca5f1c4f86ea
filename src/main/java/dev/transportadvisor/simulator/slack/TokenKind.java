package dev.transportadvisor.simulator.slack;

import java.util.Optional;

/**
 * What a token stands for.
 *
 * @see <a href="https://docs.slack.dev/authentication/tokens">Tokens</a>
 */
public enum TokenKind {
    BOT,
    USER,
    /** For the app as a whole, in all workspaces. */
    APP,
    /** For the app's manifest. */
    CONFIGURATION,
    NONE,
    /** None of the local Slack's own. */
    UNKNOWN;

    public static TokenKind of(Optional<String> token) {
        return token.map(TokenKind::of).orElse(NONE);
    }

    private static TokenKind of(String token) {
        return switch (token) {
            case Identity.BOT_TOKEN -> BOT;
            case Identity.USER_TOKEN -> USER;
            case Identity.APP_TOKEN -> APP;
            case Identity.CONFIGURATION_TOKEN -> CONFIGURATION;
            default -> UNKNOWN;
        };
    }
}
