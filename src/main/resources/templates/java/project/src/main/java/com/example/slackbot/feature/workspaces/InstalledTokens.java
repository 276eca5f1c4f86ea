package com.example.slackbot.feature.workspaces;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token for each installation, remembered for a minute, and a new one when it is time. */
final class InstalledTokens {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledTokens.class);

    /** What another process has removed or installed anew is known to all after that time. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final TokenStore store;
    private final OAuthClient slack;
    private final Cache<String, Map<String, InstalledToken>> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(10_000).build();

    /** Those that there was no new one for lately: asked for with each request, it would slow down all of them. */
    private final Cache<InstalledToken, Boolean> triedInVain =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(10_000).build();

    InstalledTokens(TokenStore store, OAuthClient slack) {
        this.store = store;
        this.slack = slack;
    }

    /** @param owner {@link InstalledToken#BOT}, or the id of a person */
    Optional<InstalledToken> find(String installedIn, String owner) throws IOException {
        Map<String, InstalledToken> tokens = known.getIfPresent(installedIn);
        if (tokens == null) {
            tokens = store.find(installedIn);
            if (!tokens.isEmpty()) { // whoever installs it in another process does not wait for a minute here
                known.put(installedIn, tokens);
            }
        }
        InstalledToken token = tokens.get(owner);
        return token != null && isToBeExchanged(token)
                ? rotated(installedIn, owner, token)
                : Optional.ofNullable(token);
    }

    private boolean isToBeExchanged(InstalledToken token) {
        Instant now = Instant.now();
        return token.isDue(now) && !(token.isGood(now) && triedInVain.getIfPresent(token) != null);
    }

    void save(OAuthClient.Installed installed) throws IOException {
        store.save(installed.installedIn(), installed.byOwner());
        known.invalidate(installed.installedIn());
    }

    /** Forgets a token whose installation has ended. */
    void delete(String installedIn, String owner) throws IOException {
        store.delete(installedIn, owner);
        known.invalidate(installedIn);
    }

    /** While Slack or the other process takes its time, the old one does. */
    private Optional<InstalledToken> rotated(String installedIn, String owner, InstalledToken due) throws IOException {
        try {
            Optional<InstalledToken> next = store.rotate(installedIn, owner, this::exchange);
            known.invalidate(installedIn);
            if (next.isEmpty()) {
                LOG.error("The installation in {} has ended. It has to be installed again.", installedIn);
            }
            return next;
        } catch (IOException e) {
            LOG.warn("No new token for {}: {}", installedIn, e.getMessage());
            if (due.isGood(Instant.now())) {
                triedInVain.put(due, true);
                return Optional.of(due);
            }
            throw e;
        }
    }

    private Optional<InstalledToken> exchange(InstalledToken due) throws IOException {
        try {
            return Optional.of(slack.refresh(due));
        } catch (OAuthClient.Refused e) {
            if (e.isFinal() && !due.isGood(Instant.now())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
