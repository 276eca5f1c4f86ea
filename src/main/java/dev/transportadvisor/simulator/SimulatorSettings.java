package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.web.ManifestError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a local Slack behaves.
 *
 * @param port 0 for a free one
 * @param requestUrl where the bot takes requests (Events API); empty for Socket Mode
 * @param timeScale how much faster than Slack's own the schedules run; a bot's three seconds are never scaled
 * @param delayedEvents whether the app opted in to hourly retries for a day, which go over HTTP only
 * @param eventsPerHour how many events go over HTTP before Slack holds the rest back with {@code app_rate_limited}; the
 *     hour runs as fast as the schedules
 * @param scopes what the kinds of tokens were granted; a kind that is missing was granted everything
 * @param withholding why a payload would not be sent at all, such as an event that is not subscribed to
 * @param manifestValidator what is wrong with a manifest, given as JSON, for {@code apps.manifest.validate}
 */
public record SimulatorSettings(
        int port,
        Optional<URI> requestUrl,
        int timeScale,
        boolean delayedEvents,
        int eventsPerHour,
        Map<TokenKind, Set<String>> scopes,
        Function<Payload, Optional<String>> withholding,
        Function<String, List<ManifestError>> manifestValidator) {

    /** A free port, Socket Mode, real time, nothing withheld. */
    public static final SimulatorSettings DEFAULT = new SimulatorSettings(
            0,
            Optional.empty(),
            1,
            false,
            Limits.EVENTS_PER_WINDOW,
            Map.of(),
            payload -> Optional.empty(),
            manifest -> List.of());

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                newPort, requestUrl, timeScale, delayedEvents, eventsPerHour, scopes, withholding, manifestValidator);
    }

    public SimulatorSettings withRequestUrl(URI url) {
        return new SimulatorSettings(
                port,
                Optional.of(url),
                timeScale,
                delayedEvents,
                eventsPerHour,
                scopes,
                withholding,
                manifestValidator);
    }

    public SimulatorSettings withTimeScale(int scale) {
        return new SimulatorSettings(
                port, requestUrl, scale, delayedEvents, eventsPerHour, scopes, withholding, manifestValidator);
    }

    public SimulatorSettings withDelayedEvents() {
        return new SimulatorSettings(
                port, requestUrl, timeScale, true, eventsPerHour, scopes, withholding, manifestValidator);
    }

    public SimulatorSettings withEventsPerHour(int most) {
        return new SimulatorSettings(
                port, requestUrl, timeScale, delayedEvents, most, scopes, withholding, manifestValidator);
    }

    /** Sends what the app's manifest lets Slack send, and grants its scopes. */
    public SimulatorSettings withApp(DeclaredApp app) {
        return withScopes(app.scopes()).withWithholding(app::withholds);
    }

    public SimulatorSettings withScopes(Map<TokenKind, Set<String>> granted) {
        return new SimulatorSettings(
                port, requestUrl, timeScale, delayedEvents, eventsPerHour, granted, withholding, manifestValidator);
    }

    public SimulatorSettings withWithholding(Function<Payload, Optional<String>> why) {
        return new SimulatorSettings(
                port, requestUrl, timeScale, delayedEvents, eventsPerHour, scopes, why, manifestValidator);
    }

    public SimulatorSettings withManifestValidator(Function<String, List<ManifestError>> validator) {
        return new SimulatorSettings(
                port, requestUrl, timeScale, delayedEvents, eventsPerHour, scopes, withholding, validator);
    }
}
