package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Words that people meet, with what they mean and what to do about them. */
public record Glossary(KnowledgeKind kind, List<Entry> entries) implements KnowledgeArea {

    /**
     * Words that mean the same.
     *
     * @param words the first is the entry's id
     * @param shown where people meet them, behind "shown"
     * @param checks what to look at, the likeliest first
     * @param foundBy what of this program finds the cause
     */
    public record Entry(
            List<String> words,
            String shown,
            String means,
            List<String> checks,
            List<Reference> foundBy,
            List<String> sources,
            Location location) {}

    /** @param text {@code KIND:ID} of something that is known */
    public record Reference(String text, Location location) {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static Glossary read(KnowledgeKind kind, SourceFile file) {
        return MappingReader.document(
                "the file", file, root -> new Glossary(kind, root.mappings("words", Glossary::entry)));
    }

    private static Entry entry(MappingReader reader) {
        reader.requiredNode("words");
        return new Entry(
                reader.texts("words"),
                reader.requiredText("shown"),
                reader.requiredText("means"),
                reader.texts("check"),
                reader.items("found-by").stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .map(item -> new Reference(item.text(), reader.problems().location(item.span())))
                        .toList(),
                reader.texts("sources"),
                reader.problems().location(reader.span()));
    }

    @Override
    public List<KnowledgeItem> all() {
        return entries.stream().map(this::item).toList();
    }

    private KnowledgeItem item(Entry entry) {
        List<String> details = new ArrayList<>(List.of("Shown " + entry.shown() + "."));
        entry.checks().forEach(check -> details.add("Check: " + check));
        if (!entry.foundBy().isEmpty()) {
            details.add("Found by: "
                    + String.join(", ", entry.foundBy().stream().map(Reference::text).toList()) + ".");
        }
        List<String> others = entry.words().subList(1, entry.words().size());
        return new KnowledgeItem(
                        entry.words().get(0),
                        kind,
                        entry.means(),
                        details,
                        String.join("; ", entry.sources()),
                        entry.location().toString())
                .alsoCalled(others.toArray(String[]::new));
    }
}
