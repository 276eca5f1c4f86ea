package dev.transportadvisor.manifest;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code rules/events.yaml}, whose head says what its keys mean. */
public final class EventCatalogReader {

    private static final List<String> FLAGS = List.of("true", "false");

    /** What the groups of a section have in common. */
    private record Section(String source, EventType.Delivery delivery, boolean isVerified) {}

    private EventCatalogReader() {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static EventCatalog read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        List<EventType> events = new ArrayList<>();
        root.mappings("sections").forEach(section -> addSection(section, events));
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return EventCatalog.of(events);
    }

    private static void addSection(MappingReader reader, List<EventType> events) {
        Section section = new Section(
                reader.requiredText("source"),
                reader.requiredChoice(
                                "delivery", List.of(EventType.Delivery.values()), EventType.Delivery::word)
                        .orElse(EventType.Delivery.SUBSCRIPTION),
                isVerified(reader));
        reader.mappings("groups").forEach(group -> addGroup(section, group, events));
        reader.rejectUnknownKeys();
    }

    /** Whether a section's facts are verified, which they are unless it says otherwise. */
    static boolean isVerified(MappingReader reader) {
        return reader.scalar("verified")
                .flatMap(value -> reader.problems().choose("verified", value, FLAGS, flag -> flag))
                .filter("false"::equals)
                .isEmpty();
    }

    private static void addGroup(Section section, MappingReader reader, List<EventType> events) {
        ScopeNeed both = need(reader, "scopes", new ScopeNeed.Never());
        ScopeNeed bot = need(reader, "bot", both);
        ScopeNeed user = need(reader, "user", both);
        Optional<String> also = text(reader, "needs");
        Optional<String> deprecated = text(reader, "deprecated");
        Optional<String> remark = text(reader, "remark");
        for (String name : reader.texts("events")) {
            events.add(new EventType(
                    name,
                    section.delivery,
                    bot,
                    user,
                    also,
                    deprecated,
                    section.isVerified,
                    remark,
                    section.source.replace("{event}", name)));
        }
        reader.rejectUnknownKeys();
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
