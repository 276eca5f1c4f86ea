package com.example.slackbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The app's settings in Slack and the code belong together. */
class ManifestTest {

    @Test
    void theSlackCliReadsTheSameManifest() throws IOException {
        assertEquals(manifest("manifest.yaml"), manifest(".slack/manifest.json"));
    }

    @Test
    void theManifestIsForTheDefaultTransport() throws IOException {
        boolean socketMode = Settings.defaultTransport().equals(Transport.Kind.SOCKET_MODE.toString());

        assertEquals(socketMode, at(manifest("manifest.yaml"), "settings", "socket_mode_enabled"));
    }

    @Test
    void theManifestHasWhatTheListenersNeed() throws IOException {
        Object manifest = manifest("manifest.yaml");

        assertTrue(list(manifest, "settings", "event_subscriptions", "bot_events").contains("app_mention"));
        assertTrue(list(manifest, "oauth_config", "scopes", "bot")
                .containsAll(List.of("app_mentions:read", "chat:write", "commands")));
        assertEquals(true, at(manifest, "settings", "interactivity", "is_enabled"));
        assertTrue(list(manifest, "features", "slash_commands").stream()
                .anyMatch(command -> at(command, "command").equals(Listeners.COMMAND)));
    }

    /** JSON is read as YAML, which holds for a file as plain as this one. */
    private static Object manifest(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(file)));
    }

    private static List<?> list(Object node, String... keys) {
        return (List<?>) at(node, keys);
    }

    private static Object at(Object node, String... keys) {
        Object found = node;
        for (String key : keys) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }
}
