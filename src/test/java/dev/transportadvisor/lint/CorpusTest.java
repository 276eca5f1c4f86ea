package dev.transportadvisor.lint;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rules say of manifests that people use. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../shared/corpus");

    /** Errors about files whose shape Slack allows, each with the reason why it is right. */
    private static final Map<String, String> RIGHT = Map.of(
            "ElleNajt__agent-shell-to-go__slack-app-manifest.yaml commands-scope-missing",
            "Four slash commands, and `commands` is in no list; users report in issue 1 there that Slack refuses it.",
            "adityasudhakar__vanna-slack-hello-world__slack-manifest.yaml event-without-scope",
            "message.im without im:history: Slack answers that the event is missing the scope.",
            "getsentry__junior__packages__junior__slack-manifest.yaml assistant-scope-without-view",
            "assistant:write without a view: Slack refuses it, say three reports, which the rule names.",
            "hugocool__FateForger__slack__manifest.json assistant-scope-without-view",
            "assistant:write without a view, as above.");

    private static final List<Diagnostic> FINDINGS = new ArrayList<>();

    @BeforeAll
    static void lint() throws IOException {
        Path manifests = CORPUS.resolve("manifests");
        assumeTrue(Files.exists(manifests), manifests + " is not there; it holds manifests of public projects");
        ManifestLinter linter = new ManifestLinter(Rules.CATALOG, Optional.empty());
        try (Stream<Path> files = Files.list(manifests)) {
            files.sorted().forEach(file -> FINDINGS.addAll(linter.lint(SourceReader.read(file))));
        }
    }

    @Test
    void whereTheShapeIsRightAnErrorIsOneThatSlackReports() throws IOException {
        Set<String> valid = validFiles();
        List<String> errors = FINDINGS.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> valid.contains(file(finding)))
                .map(finding -> file(finding) + " " + finding.rule().id())
                .distinct()
                .sorted()
                .toList();

        assertEquals(RIGHT.keySet().stream().sorted().toList(), errors);
    }

    @Test
    void printsHowOftenEachRuleFinds() {
        Map<String, Long> counts = FINDINGS.stream()
                .collect(groupingBy(
                        finding -> finding.severity().word() + " " + finding.rule().id(), TreeMap::new, counting()));

        counts.forEach((rule, count) -> System.out.printf("%5d %s%n", count, rule));
        // What people stumble over most must show among a hundred manifests.
        assertEquals(
                List.of(),
                Stream.of("messages-tab-off", "home-tab-without-event", "tunnel-url", "placeholder-url")
                        .filter(rule -> counts.keySet().stream().noneMatch(key -> key.endsWith(" " + rule)))
                        .toList());
    }

    private static String file(Diagnostic finding) {
        return Path.of(finding.location().path()).getFileName().toString();
    }

    /** The files whose shape the official schema allows: the column behind its version says so. */
    private static Set<String> validFiles() throws IOException {
        Path index = CORPUS.resolve("index.csv");
        assumeTrue(Files.exists(index), index + " is not there; it says what the official schema allows");
        return Files.readAllLines(index).stream()
                .filter(line -> line.matches(".*,[12]\\.0\\.0,true,.*"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }
}
