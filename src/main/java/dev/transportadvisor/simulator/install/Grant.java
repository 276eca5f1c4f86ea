package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.TokenKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A token as it is given out.
 *
 * @param approvedBy who has said yes to it
 * @param expiring empty for one that does not expire
 */
public record Grant(
        TokenKind kind,
        String where,
        String approvedBy,
        List<String> scopes,
        String token,
        Optional<Expiring> expiring) {

    /** @param refreshToken good for one exchange */
    public record Expiring(String refreshToken, Duration life) {}
}
