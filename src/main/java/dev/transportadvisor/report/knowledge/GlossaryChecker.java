package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what the words of a glossary refer to is known. */
public final class GlossaryChecker {

    static final RuleDescriptor UNKNOWN = new RuleDescriptor(
            "unknown-reference",
            Severity.ERROR,
            "A word says that something finds its cause, which is not known.",
            "Name it as KIND:ID, as `rules list` does.");

    /** Everything that this checker can find. */
    public static final List<RuleDescriptor> RULES = List.of(UNKNOWN);

    private final Set<String> known;

    public GlossaryChecker(List<KnowledgeArea> areas) {
        known = areas.stream()
                .flatMap(area -> area.all().stream())
                .map(KnowledgeItem::reference)
                .collect(Collectors.toSet());
    }

    public Stream<Diagnostic> check(Glossary glossary) {
        return glossary.entries().stream()
                .flatMap(entry -> entry.foundBy().stream())
                .filter(reference -> !known.contains(reference.text()))
                .map(reference -> new Diagnostic(
                        UNKNOWN, "Nothing known is " + Quoted.of(reference.text()) + ".", reference.location(), ""));
    }
}
