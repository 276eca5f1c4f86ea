package dev.transportadvisor.drill;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an app takes part in, as its manifest has it.
 *
 * @param events the names of the events that the app subscribes to
 * @param commands the slash commands, with their slashes
 */
public record AppFeatures(List<String> events, List<String> commands) {

    /** What nearly every bot has, for a bot without a manifest: it is mentioned. */
    public static final AppFeatures UNKNOWN = new AppFeatures(List.of("app_mention"), List.of());

    /** @throws dev.transportadvisor.source.InputException if the file is no document */
    public static AppFeatures of(SourceFile manifest) {
        Node root = DocumentReader.read(manifest);
        List<String> commands = items(at(root, "features", "slash_commands"))
                .map(command -> at(command, "command"))
                .flatMap(AppFeatures::text)
                .toList();
        List<String> events = items(at(root, "settings", "event_subscriptions", "bot_events"))
                .map(Optional::of)
                .flatMap(AppFeatures::text)
                .toList();
        return new AppFeatures(events, commands);
    }

    private static Optional<Node> at(Node node, String... keys) {
        Optional<Node> found = Optional.of(node);
        for (String key : keys) {
            found = found.flatMap(inner -> inner instanceof MappingNode mapping ? mapping.get(key) : Optional.empty());
        }
        return found;
    }

    private static Stream<Node> items(Optional<Node> node) {
        return node.stream()
                .flatMap(inner -> inner instanceof SequenceNode list ? list.items().stream() : Stream.empty());
    }

    private static Stream<String> text(Optional<Node> node) {
        return node.stream()
                .flatMap(inner -> inner instanceof ScalarNode scalar ? Stream.of(scalar.text()) : Stream.empty());
    }
}
