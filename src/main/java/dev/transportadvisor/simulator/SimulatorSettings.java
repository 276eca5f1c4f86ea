package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.web.ManifestError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a local Slack behaves.
 *
 * @param port 0 for a free one
 * @param timeScale how much faster than Slack's own the schedules run; a bot's three seconds are never scaled
 * @param installation where the app is installed at first
 * @param delivery what is sent to the bot, and where
 * @param scopes what the kinds of tokens were granted; a kind that is missing was granted everything
 * @param oauth how it can be installed
 * @param manifestValidator what is wrong with a manifest, given as JSON, for {@code apps.manifest.validate}
 */
public record SimulatorSettings(
        int port,
        int timeScale,
        Installation installation,
        DeliverySettings delivery,
        Map<TokenKind, Set<String>> scopes,
        OAuthApp oauth,
        Function<String, List<ManifestError>> manifestValidator) {

    /** A free port, Socket Mode, real time, nothing withheld. */
    public static final SimulatorSettings DEFAULT =
            new SimulatorSettings(
                    0,
                    1,
                    Installation.WORKSPACE,
                    DeliverySettings.DEFAULT,
                    Map.of(),
                    OAuthApp.UNKNOWN,
                    manifest -> List.of());

    /** Where the bot takes requests (Events API); empty for Socket Mode. */
    public Optional<URI> requestUrl() {
        return delivery.requestUrl();
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(newPort, timeScale, installation, delivery, scopes, oauth, manifestValidator);
    }

    public SimulatorSettings withTimeScale(int scale) {
        return new SimulatorSettings(port, scale, installation, delivery, scopes, oauth, manifestValidator);
    }

    public SimulatorSettings withInstallation(Installation where) {
        return new SimulatorSettings(port, timeScale, where, delivery, scopes, oauth, manifestValidator);
    }

    /** Posts to the bot (Events API). */
    public SimulatorSettings withRequestUrl(URI url) {
        return withDelivery(delivery.withRequestUrl(url));
    }

    /** Posts to the paths of these URLs at the bot's address; to the request URL where none is named. */
    public SimulatorSettings withRequestUrls(RequestUrls urls) {
        return withDelivery(delivery.withRequestUrls(urls));
    }

    /** Retries every hour for a day, as for an app that opted in; over HTTP only. */
    public SimulatorSettings withDelayedEvents() {
        return withDelivery(delivery.withDelayedEvents());
    }

    /** Holds events back with {@code app_rate_limited} when there are more; the hour runs as fast as the schedules. */
    public SimulatorSettings withEventsPerHour(int most) {
        return withDelivery(delivery.withEventsPerHour(most));
    }

    /** @param why a payload would not be sent at all, such as an event that is not subscribed to */
    public SimulatorSettings withWithholding(Function<Payload, Optional<String>> why) {
        return withDelivery(delivery.withWithholding(why));
    }

    /** Sends what the app's manifest lets Slack send, where it says, and grants its scopes. */
    public SimulatorSettings withApp(DeclaredApp app) {
        return withScopes(app.scopes())
                .withWithholding(app::withholds)
                .withRequestUrls(app.requestUrls())
                .withCompletion(app::complete)
                .withOAuth(app.oauth());
    }

    /** Lets it be installed as its manifest says. */
    public SimulatorSettings withOAuth(OAuthApp app) {
        return new SimulatorSettings(port, timeScale, installation, delivery, scopes, app, manifestValidator);
    }

    public SimulatorSettings withScopes(Map<TokenKind, Set<String>> granted) {
        return new SimulatorSettings(port, timeScale, installation, delivery, granted, oauth, manifestValidator);
    }

    public SimulatorSettings withManifestValidator(Function<String, List<ManifestError>> validator) {
        return new SimulatorSettings(port, timeScale, installation, delivery, scopes, oauth, validator);
    }

    private SimulatorSettings withCompletion(UnaryOperator<Payload> features) {
        return withDelivery(delivery.withCompletion(features));
    }

    private SimulatorSettings withDelivery(DeliverySettings settings) {
        return new SimulatorSettings(port, timeScale, installation, settings, scopes, oauth, manifestValidator);
    }
}
