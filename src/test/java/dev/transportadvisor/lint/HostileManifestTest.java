package dev.transportadvisor.lint;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.ListedDiagnostics;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.source.Span;
import dev.transportadvisor.testing.Slow;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever a file holds, checking it ends soon, in findings that point into it. */
@Slow
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileManifestTest {

    private static final int LARGE = SourceReader.MAX_BYTES;
    private static final String NAME = "display_information: {name: x}\n";

    private record Hostile(String what, String text) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                new Hostile("deep nesting", NAME + "features: " + "[".repeat(60) + "]".repeat(60)),
                new Hostile("nesting that is too deep", NAME + "features: " + "[".repeat(9_000) + "]".repeat(9_000)),
                new Hostile("a huge list of repetitions", NAME + "outgoing_domains: [" + "a,".repeat(LARGE / 4) + "]"),
                new Hostile("a huge list of numbers", NAME + "outgoing_domains: [" + "1,".repeat(LARGE / 4) + "]"),
                new Hostile(
                        "a huge list of blocks", NAME + "features: {shortcuts: [" + "{a},".repeat(LARGE / 8) + "]}"),
                new Hostile("a huge text", NAME + "features: {unfurl_domains: [" + "a".repeat(LARGE / 2) + "]}"),
                new Hostile("a huge text without a limit", NAME
                        + "external_auth_providers: {oauth2: {x: {provider_type: CUSTOM, options: {scope: ["
                        + "ä".repeat(LARGE / 4) + "], extra: x}}}}"),
                new Hostile("a huge key", NAME + "features: {? " + "a".repeat(LARGE / 2) + " : x}"),
                new Hostile("a huge number", NAME + "_metadata: {major_version: " + "9".repeat(LARGE / 2) + "}"),
                new Hostile("a huge number of unknown keys", NAME + numbered("k%d: x\n", LARGE / 12)),
                new Hostile("a huge number of misplaced keys", "settings:\n" + "  title: x\n".repeat(LARGE / 16)),
                new Hostile("a huge number of the same key", NAME.repeat(LARGE / 40)),
                new Hostile("a huge number of names", NAME + "types:\n" + numbered("  k%d: {}\n", LARGE / 16)),
                new Hostile("aliases that pile up", aliases()));
    }

    private static String numbered(String format, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(format.formatted(i));
        }
        return text.toString();
    }

    /** Stands for nearly a million faults when the aliases are spelt out. */
    private static String aliases() {
        return "a: &a {type: 1, type: 2, name: 3}\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                + "features: {shortcuts: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d], functions: *d, slash_commands: *c}\n";
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endsInFindingsThatPointIntoTheFile(Hostile hostile) {
        SourceFile file = new SourceFile("manifest.yaml", hostile.text);

        List<Diagnostic> findings = Rules.lint(file);

        assertFalse(findings.isEmpty());
        findings.stream()
                .collect(groupingBy(finding -> finding.rule().id(), counting()))
                .forEach((rule, listed) -> assertTrue(listed <= ListedDiagnostics.MOST + 3, rule + ": " + listed));
        assertPointInto(file, findings);
    }

    /** The mutants as they are, and with their text cut off and spoilt. */
    @Test
    void mutantsEndInFindingsThatPointIntoTheFile() {
        Random random = new Random(20261124);
        ManifestMutator mutator = new ManifestMutator(random.nextLong());
        for (int i = 0; i < 200; i++) {
            JsonNode mutant = mutator.mutant(ManifestTexts.whole(1 + i % 2));
            String text = ManifestMutator.text(mutant);
            int cut = random.nextInt(text.length());
            for (String variant : List.of(text, text.substring(0, cut), text.substring(cut))) {
                SourceFile file = new SourceFile(i % 3 == 0 ? "manifest.yaml" : "manifest.json", variant);
                assertPointInto(file, Rules.lint(file));
            }
        }
    }

    private static void assertPointInto(SourceFile file, List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            Span span = finding.location().span();
            assertTrue(
                    0 <= span.start().offset()
                            && span.start().offset() <= span.end().offset()
                            && span.end().offset() <= file.text().length(),
                    () -> finding + " points out of " + file.text());
        }
    }
}
