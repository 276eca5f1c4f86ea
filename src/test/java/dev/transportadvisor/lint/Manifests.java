package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Manifests in one line of YAML, and what the rules say of them in one line. */
final class Manifests {

    private Manifests() {}

    /** {@code rule severity} for each finding of the rules named. */
    static String findings(String manifest, String... rules) {
        return of(manifest, rules)
                .map(finding -> finding.rule().id() + " " + finding.severity().word())
                .collect(Collectors.joining(", "));
    }

    static List<String> messages(String manifest, String rule) {
        return of(manifest, rule).map(Diagnostic::message).toList();
    }

    /** Also that a text cannot be read, in which no rule would find anything. */
    private static Stream<Diagnostic> of(String manifest, String... rules) {
        return Rules.lint(asYaml(manifest)).stream()
                .filter(finding -> List.of(rules).contains(finding.rule().id())
                        || finding.rule().id().equals("syntax-error"));
    }

    /** What begins with a brace is taken for JSON, unless a document's start stands before it. */
    static String asYaml(String manifest) {
        return manifest.startsWith("{") && !manifest.startsWith("{\"") ? "--- " + manifest : manifest;
    }

    /** A manifest that subscribes to events with a bot's token and asks for scopes for it. */
    static String bot(String events, String scopes) {
        return "{settings: {socket_mode_enabled: true, event_subscriptions: {bot_events: " + events
                + "}}, oauth_config: {scopes: {bot: " + scopes + "}}}";
    }

    /** A manifest that subscribes to events with a user's token and asks for scopes for it. */
    static String user(String events, String scopes) {
        return bot(events, scopes).replace("bot_events", "user_events").replace("{bot:", "{user:");
    }
}
