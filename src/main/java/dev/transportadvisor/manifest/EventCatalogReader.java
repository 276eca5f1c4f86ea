package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code rules/events.yaml}, whose head says what its keys mean. */
public final class EventCatalogReader {

    private static final List<String> FLAGS = List.of("true", "false");

    /** What the groups of a section have in common. */
    private record Section(String source, EventType.Delivery delivery, boolean isVerified) {}

    private EventCatalogReader() {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static EventCatalog read(SourceFile file) {
        return MappingReader.document(
                "the file",
                file,
                root -> EventCatalog.of(root.mappings("sections", EventCatalogReader::section).stream()
                        .flatMap(events -> events)
                        .toList()));
    }

    private static Stream<EventType> section(MappingReader reader) {
        Section section = new Section(
                reader.requiredText("source"),
                reader.requiredChoice("delivery", EventType.Delivery.values())
                        .orElse(EventType.Delivery.SUBSCRIPTION),
                isVerified(reader));
        return reader.mappings("groups", group -> events(section, group)).stream().flatMap(List::stream);
    }

    /** Whether a section's facts are verified, which they are unless it says otherwise. */
    static boolean isVerified(MappingReader reader) {
        return reader.scalar("verified")
                .flatMap(value -> reader.problems().choose("verified", value, FLAGS, flag -> flag))
                .filter("false"::equals)
                .isEmpty();
    }

    private static List<EventType> events(Section section, MappingReader reader) {
        ScopeNeed both = need(reader, "scopes", new ScopeNeed.Never());
        ScopeNeed bot = need(reader, "bot", both);
        ScopeNeed user = need(reader, "user", both);
        Optional<String> also = text(reader, "needs");
        Optional<String> deprecated = text(reader, "deprecated");
        Optional<String> remark = text(reader, "remark");
        return reader.texts("events").stream()
                .map(name -> new EventType(
                        name,
                        section.delivery,
                        bot,
                        user,
                        also,
                        deprecated,
                        section.isVerified,
                        remark,
                        section.source.replace("{event}", name)))
                .toList();
    }

    private static ScopeNeed need(MappingReader reader, String key, ScopeNeed without) {
        List<String> scopes = reader.texts(key);
        if (scopes.isEmpty()) {
            return without;
        } else if (scopes.equals(List.of("unknown"))) {
            return new ScopeNeed.Unknown();
        }
        return new ScopeNeed.AnyOf(scopes.equals(List.of("none")) ? List.of() : scopes);
    }

    private static Optional<String> text(MappingReader reader, String key) {
        return reader.scalar(key).map(ScalarNode::text);
    }
}
