package dev.transportadvisor.manifest;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code rules/scopes.yaml}, whose head says what its keys mean. */
public final class ScopeCatalogReader {

    private static final List<String> TOKENS = List.of("bot", "user", "app", "configuration", "legacy");

    /** What the groups of a section have in common. */
    private record Section(String source, Scope.Standing standing, List<Token> broad, boolean isVerified) {}

    private ScopeCatalogReader() {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static ScopeCatalog read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        List<Scope> scopes = new ArrayList<>();
        root.mappings("sections").forEach(section -> addSection(section, problems, scopes));
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return ScopeCatalog.of(scopes);
    }

    private static void addSection(MappingReader reader, Problems problems, List<Scope> scopes) {
        List<Scope.Standing> standings = List.of(Scope.Standing.values());
        Section section = new Section(
                reader.requiredText("source"),
                reader.scalar("standing")
                        .flatMap(word -> problems.choose("standing", word, standings, Scope.Standing::word))
                        .orElse(Scope.Standing.CURRENT),
                reader.choices("broad", List.of(Token.values()), Token::word),
                EventCatalogReader.isVerified(reader));
        reader.mappings("groups").forEach(group -> addGroup(section, group, scopes));
        reader.rejectUnknownKeys();
    }

    private static void addGroup(Section section, MappingReader reader, List<Scope> scopes) {
        List<String> tokens = reader.choices("tokens", TOKENS, word -> word);
        MappingReader meanings = reader.requiredMapping("scopes");
        for (ScalarNode name : meanings.keys()) {
            scopes.add(new Scope(
                    name.text(),
                    tokens,
                    meanings.requiredText(name.text()),
                    section.standing,
                    section.broad,
                    section.isVerified,
                    // The documentation writes a page's name with dots.
                    section.source.replace("{scope}", name.text().replace(':', '.'))));
        }
        reader.rejectUnknownKeys();
    }
}
