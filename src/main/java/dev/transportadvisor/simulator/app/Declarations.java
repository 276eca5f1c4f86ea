package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an app's manifest says. A placeholder may come to be anything, so that it stands for every text. */
record Declarations(Field document) {

    private static final String SOCKET_MODE = "/settings/socket_mode_enabled";

    /** Every value that a path names, such as {@code /features/slash_commands/*}. */
    List<Field> fields(String path) {
        return FieldPath.of(path).in(document);
    }

    /** A true or false value; empty if it is missing or a placeholder. */
    Optional<Boolean> flag(String path) {
        return fields(path).stream().flatMap(field -> field.flag().stream()).findFirst();
    }

    /** Whether a value is true, or a placeholder that may come to be true. */
    boolean mayBeTrue(String path) {
        return fields(path).stream().anyMatch(field -> field.isPlaceholder() || field.flag().orElse(false));
    }

    /** Whether one of the values is this text, or may come to be. */
    boolean mayList(String path, String text) {
        return fields(path).stream().anyMatch(field -> says(field, text));
    }

    /** Whether there is something behind a key, be it a placeholder. */
    boolean has(String path) {
        return fields(path).stream().anyMatch(field -> !field.isNothing());
    }

    /** Whether Slack would use Socket Mode; empty if that depends on a placeholder. */
    Optional<Boolean> usesSocketMode() {
        return hasPlaceholder(SOCKET_MODE) ? Optional.empty() : Optional.of(mayBeTrue(SOCKET_MODE));
    }

    /**
     * Why Slack cannot reach the app, without Socket Mode and without a URL.
     *
     * @param todo what Slack has nowhere to do
     * @param key of the URL, with dots
     */
    Optional<String> unreachable(String todo, String key) {
        boolean isReachable = !usesSocketMode().equals(Optional.of(false)) || has("/" + key.replace('.', '/'));
        return isReachable
                ? Optional.empty()
                : Optional.of("Slack has nowhere to " + todo + ": " + key
                        + " is missing, and settings.socket_mode_enabled is not true.");
    }

    boolean hasPlaceholder(String path) {
        return fields(path).stream().anyMatch(Field::isPlaceholder);
    }

    List<String> texts(String path) {
        return fields(path).stream().flatMap(field -> field.text().stream()).toList();
    }

    /** The values for a sentence: {@code lists `a`, `b`} or {@code lists none}. */
    static String lists(List<String> texts) {
        return texts.isEmpty() ? "lists none" : "lists " + quoted(texts);
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }

    /** Whether a value is this text, or may come to be. */
    static boolean says(Field field, String text) {
        return field.isPlaceholder() || field.text().equals(Optional.of(text));
    }
}
