package com.example.slackbot.feature.workspaces;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what has been taken away. Slack's two events come in no promised order, and may come hours late, when the app
 * has been installed anew.
 *
 * @see <a href="https://docs.slack.dev/reference/events/app_uninstalled">app_uninstalled</a>
 * @see <a href="https://docs.slack.dev/reference/events/tokens_revoked">tokens_revoked</a>
 */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final TokenStore store;
    private final InstalledTokens tokens;
    private final OAuthClient slack;

    Departures(TokenStore store, InstalledTokens tokens, OAuthClient slack) {
        this.store = store;
        this.tokens = tokens;
        this.slack = slack;
    }

    /** The inbox plays an event until its listener succeeds. */
    void register(App app) {
        app.event(AppUninstalledEvent.class, this::onUninstalled);
        app.event(TokensRevokedEvent.class, this::onRevoked);
    }

    /** The tokens of people go, too. */
    private Response onUninstalled(EventsApiPayload<AppUninstalledEvent> payload, EventContext context)
            throws IOException {
        forget(installedIn(context), owner -> true, payload.getEventTime());
        return context.ack();
    }

    /** It names people, not tokens; of the bot, its user. */
    private Response onRevoked(EventsApiPayload<TokensRevokedEvent> payload, EventContext context) throws IOException {
        TokensRevokedEvent.Tokens revoked = payload.getEvent().getTokens();
        List<String> owners = new ArrayList<>();
        if (revoked.getOauth() != null) {
            owners.addAll(revoked.getOauth());
        }
        if (revoked.getBot() != null && !revoked.getBot().isEmpty()) {
            owners.add(InstalledToken.BOT);
        }
        forget(installedIn(context), owners::contains, payload.getEventTime());
        return context.ack();
    }

    private static String installedIn(EventContext context) {
        return context.getTeamId() == null ? String.valueOf(context.getEnterpriseId()) : context.getTeamId();
    }

    private void forget(String installedIn, Predicate<String> owners, Integer eventTime) throws IOException {
        for (Map.Entry<String, InstalledToken> kept : store.find(installedIn).entrySet()) {
            if (owners.test(kept.getKey()) && !isNewer(kept.getValue(), eventTime)) {
                tokens.delete(installedIn, kept.getKey());
                LOG.info("Removed from {}: {} is forgotten", installedIn, kept.getKey());
            }
        }
    }

    /** One that was installed after the event was sent, by this machine's clock, unless Slack knows better. */
    private boolean isNewer(InstalledToken token, Integer eventTime) throws IOException {
        return eventTime != null
                && token.installed().isAfter(Instant.ofEpochSecond(eventTime))
                && slack.isInstalled(token);
    }
}
