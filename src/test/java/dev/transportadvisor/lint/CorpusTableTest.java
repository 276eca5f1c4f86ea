package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each line that public projects get is worth reading: what each rule says, and what they would do about it. */
class CorpusTableTest {

    private static final Path MAINTAINERS = Path.of("src/test/resources/lint-corpus/maintainers.yaml");

    private static final String PLACEHOLDERS = "placeholder-url";

    private static List<SourceFile> corpus;
    private static List<Diagnostic> shown;

    @BeforeAll
    static void lint() {
        corpus = ManifestTexts.corpus();
        assumeFalse(corpus.isEmpty(), "Skipped: needs the corpus of manifests in " + OfficialSchema.SHARED);
        shown = corpus.stream()
                .flatMap(file -> GatheredNotes.of(Rules.lint(file)).stream())
                .toList();
    }

    @Test
    void aFileHasAtMostOneNoteBesidePlaceholders() {
        double each = notesBesidePlaceholders() / (double) corpus.size();

        assertTrue(each <= 1.0, "notes a file: " + each);
    }

    @Test
    void eachRuleThatSpeaksTellsAMaintainerWhatToDo() {
        Golden.assertMatches("lint/corpus.md", table());
    }

    private static long notesBesidePlaceholders() {
        return shown.stream()
                .filter(finding -> finding.severity() == Severity.NOTE)
                .filter(finding -> !finding.rule().id().equals(PLACEHOLDERS))
                .count();
    }

    private static String table() {
        return String.format(
                Locale.ROOT,
                "# What each rule says of %d public manifests\n\nNotes a file beside placeholders: %.2f\n\n%s%s%s",
                corpus.size(),
                notesBesidePlaceholders() / (double) corpus.size(),
                "| rule | severity | findings | files | what a maintainer does about it |\n",
                "|---|---|---|---|---|\n",
                Stream.concat(ofRulesThatSpeak(), ofRulesThatDoNot()).collect(Collectors.joining()));
    }

    private static Stream<String> ofRulesThatSpeak() {
        Map<String, String> words = MappingReader.document(
                "what maintainers do", SourceReader.read(MAINTAINERS), CorpusTableTest::maintainers);
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .flatMap(severity -> rules().flatMap(rule -> row(rule, severity, words)));
    }

    private static Stream<String> row(RuleDescriptor rule, Severity severity, Map<String, String> words) {
        List<Diagnostic> findings = shown.stream()
                .filter(finding -> finding.rule().equals(rule) && finding.severity() == severity)
                .toList();
        long files = findings.stream().map(finding -> finding.location().path()).distinct().count();
        String does = words.getOrDefault(rule.id(), "nothing is known of; say it in " + MAINTAINERS);
        return findings.isEmpty() ? Stream.empty() : Stream.of(line(rule, severity, findings.size(), files, does));
    }

    private static Stream<String> ofRulesThatDoNot() {
        return rules().filter(rule ->
                        shown.stream().noneMatch(finding -> finding.rule().equals(rule)))
                .map(rule -> line(rule, rule.severity(), 0, 0, rule.remedy()));
    }

    private static String line(RuleDescriptor rule, Severity severity, int findings, long files, String does) {
        return "| " + rule.id() + " | " + severity.word() + " | " + findings + " | " + files + " | " + does + " |\n";
    }

    private static Stream<RuleDescriptor> rules() {
        return Rules.CATALOG.rules().stream()
                .map(rule -> rule.descriptor())
                .sorted(Comparator.comparing(RuleDescriptor::id));
    }

    private static Map<String, String> maintainers(MappingReader document) {
        MappingReader rules = document.requiredMapping("rules");
        return rules.keys().stream().collect(
                Collectors.toMap(key -> key.text(), key -> rules.requiredText(key.text())));
    }
}
