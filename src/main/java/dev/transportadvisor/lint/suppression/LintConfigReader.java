package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a project's configuration, checked against the rules that there are. */
public final class LintConfigReader {

    private static final String OFF = "off";

    private final RuleCatalog catalog;

    public LintConfigReader(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the file */
    public LintConfig read(SourceFile file) {
        return MappingReader.document(
                "the configuration",
                file,
                root -> new LintConfig(
                        root.mapping("severities").map(this::severities).orElse(Map.of()),
                        root.mappings("suppressions", this::suppression)));
    }

    private Map<String, Optional<Severity>> severities(MappingReader reader) {
        Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
        List<String> levels = Stream.concat(
                        Arrays.stream(Severity.values()).map(Severity::word), Stream.of(OFF))
                .toList();
        for (ScalarNode rule : reader.keys()) {
            refuseUnknown(rule, reader.problems());
            reader.requiredChoice(rule.text(), levels, level -> level)
                    .ifPresent(level -> severities.put(rule.text(), severity(level)));
        }
        return severities;
    }

    private static Optional<Severity> severity(String level) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(level))
                .findFirst();
    }

    private void refuseUnknown(ScalarNode rule, Problems problems) {
        if (catalog.descriptor(rule.text()).isEmpty()) {
            problems.at(rule.span(), catalog.unknown(rule.text()));
        }
    }

    private Suppression suppression(MappingReader reader) {
        Problems problems = reader.problems();
        Optional<ScalarNode> rule = reader.requiredScalar("rule");
        rule.ifPresent(id -> refuseUnknown(id, problems));
        Suppression.Region region = new Suppression.Region(
                reader.scalar("file").flatMap(text -> pattern(text, problems)),
                reader.scalar("pointer").flatMap(text -> pointer(text, problems)));
        String reason = catalog.facts().secrets().hiding(reader.requiredText("reason"));
        Optional<LocalDate> until = reader.scalar("until").flatMap(text -> date(text, problems));
        Span place = rule.map(ScalarNode::span).orElse(reader.span());
        return new Suppression(
                rule.map(ScalarNode::text).orElse(""), region, reason, until, problems.location(place));
    }

    private static Optional<FilePattern> pattern(ScalarNode text, Problems problems) {
        String pattern = text.text();
        if (pattern.length() > FilePattern.MAX_LENGTH || pattern.matches("(?s).*[\\[\\]{}].*")) {
            problems.at(
                    text.span(),
                    Quoted.of(pattern) + " is no pattern for files: it takes names, `/`, `?`, `*` and `**`, and no"
                            + " brackets or braces.");
            return Optional.empty();
        }
        return Optional.of(new FilePattern(pattern));
    }

    private static Optional<String> pointer(ScalarNode text, Problems problems) {
        boolean isPointer = text.text().isEmpty() || text.text().startsWith("/");
        if (!isPointer) {
            problems.at(
                    text.span(),
                    Quoted.of(text.text()) + " is no JSON Pointer. Write it as /settings/event_subscriptions.");
        }
        return Optional.of(text.text()).filter(pointer -> isPointer);
    }

    private static Optional<LocalDate> date(ScalarNode text, Problems problems) {
        Optional<LocalDate> date = SuppressionComments.date(text.text());
        if (date.isEmpty()) {
            problems.at(text.span(), SuppressionComments.noDate(text.text()));
        }
        return date;
    }
}
