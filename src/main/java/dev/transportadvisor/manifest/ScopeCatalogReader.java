package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code rules/scopes.yaml}, whose head says what its keys mean. */
public final class ScopeCatalogReader {

    private static final List<String> TOKENS = List.of("bot", "user", "app", "configuration", "legacy");

    /** What the groups of a section have in common. */
    private record Section(String source, Scope.Status status, List<Token> broad, boolean isVerified) {}

    private ScopeCatalogReader() {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static ScopeCatalog read(SourceFile file) {
        return MappingReader.document(
                "the file",
                file,
                root -> ScopeCatalog.of(root.mappings("sections", ScopeCatalogReader::section).stream()
                        .flatMap(scopes -> scopes)
                        .toList()));
    }

    private static Stream<Scope> section(MappingReader reader) {
        Section section = new Section(
                reader.requiredText("source"),
                reader.choice("status", Scope.Status.values()).orElse(Scope.Status.CURRENT),
                reader.choices("broad", Token.values()),
                EventCatalogReader.isVerified(reader));
        return reader.mappings("groups", group -> scopes(section, group)).stream().flatMap(List::stream);
    }

    private static List<Scope> scopes(Section section, MappingReader reader) {
        List<String> tokens = reader.choices("tokens", TOKENS, word -> word);
        Optional<String> instead = reader.scalar("instead").map(ScalarNode::text);
        MappingReader meanings = reader.requiredMapping("scopes");
        return meanings.keys().stream()
                .map(ScalarNode::text)
                .map(name -> new Scope(
                        name,
                        tokens,
                        meanings.requiredText(name),
                        section.status,
                        section.broad,
                        section.isVerified,
                        instead,
                        // The documentation writes a page's name with dots.
                        section.source.replace("{scope}", name.replace(':', '.'))))
                .toList();
    }
}
