package dev.transportadvisor.drill;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import java.util.List;

/**
 * What an app takes part in, as its manifest has it.
 *
 * @param events the names of the events that the app subscribes to
 * @param commands the slash commands, with their slashes
 * @param requestUrls where Slack posts what
 * @param oauth how others install it
 */
public record AppFeatures(List<String> events, List<String> commands, RequestUrls requestUrls, OAuthApp oauth) {

    /** What nearly every bot has, for a bot without a manifest: it is mentioned. */
    public static final AppFeatures UNKNOWN = new AppFeatures(List.of("app_mention"), List.of(), RequestUrls.NONE);

    /** Of an app that nobody else installs. */
    public AppFeatures(List<String> events, List<String> commands, RequestUrls requestUrls) {
        this(events, commands, requestUrls, OAuthApp.UNKNOWN);
    }

    /** @throws dev.transportadvisor.source.InputException if the file is no document */
    public static AppFeatures of(SourceFile manifest) {
        Manifest app = new Manifest(manifest, DocumentReader.read(manifest));
        Field document = app.document();
        return new AppFeatures(
                texts("/settings/event_subscriptions/bot_events/*", document),
                texts("/features/slash_commands/*/command", document),
                RequestUrls.of(app),
                DeclaredApp.oauthOf(app));
    }

    private static List<String> texts(String path, Field document) {
        return FieldPath.of(path).in(document).stream()
                .flatMap(field -> field.text().stream())
                .toList();
    }
}
