package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.lint.rule.Example;
import dev.transportadvisor.lint.rule.LintRule;
import dev.transportadvisor.testing.Golden;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule's own examples: it finds the bad one, at the marked places, and nothing in the good one. What other rules
 * find there stands in one table.
 */
class RuleExamplesTest {

    static List<LintRule> rules() {
        return Rules.CATALOG.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void badExampleBreaksTheRuleAtTheMarkedPlaces(LintRule rule) {
        assertFalse(rule.bad().places().isEmpty(), () -> "no « marks a place in the bad example of " + file(rule));
        assertEquals(
                rule.bad().places().stream()
                        .map(place -> place.line() + ":" + place.column())
                        .toList(),
                places(rule, rule.bad()),
                () -> "the bad example of " + file(rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goodExampleDoesNot(LintRule rule) {
        assertEquals(List.of(), places(rule, rule.good()), () -> "the good example of " + file(rule));
        assertTrue(rule.good().places().isEmpty(), () -> "no « in the good example of " + file(rule));
    }

    /** One cause, one finding: a new line here says that a rule speaks where another one does. */
    @Test
    void whatRulesFindInTheExamplesOfOthersAndInScaffoldedManifests() {
        Stream<String> examples = rules().stream()
                .flatMap(rule ->
                        Stream.concat(others(rule, "bad", rule.bad()), others(rule, "good", rule.good())));

        Golden.assertMatches(
                "lint/further-findings.txt",
                "Examples of a rule, and what other rules find there\n"
                        + examples.collect(Collectors.joining())
                        + "\nManifests of a scaffolded bot, and the notes about them\n"
                        + ScaffoldedManifestTest.notes().map(note -> note + "\n").collect(Collectors.joining()));
    }

    private static Stream<String> others(LintRule rule, String name, Example example) {
        return Rules.lint(example).stream()
                .filter(finding -> !finding.rule().equals(rule.descriptor()))
                .map(finding -> rule.id() + " " + name + " " + place(finding) + " "
                        + finding.rule().id() + "\n");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysEverythingInSentences(LintRule rule) {
        RuleDescriptor descriptor = rule.descriptor();
        assertAll(Stream.of(descriptor.summary(), descriptor.why(), descriptor.remedy())
                .map(text -> () -> assertTrue(text.matches("(?s)[\\p{Lu}`].*\\."), text)));
        assertTrue(descriptor.source().matches("(?s).*(https://|[a-z-]+/[a-z-]+).*"), descriptor.source());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findingsLieInsideTheFile(LintRule rule) {
        for (Diagnostic finding : Rules.lint(rule.bad())) {
            int start = finding.location().span().start().offset();
            int end = finding.location().span().end().offset();
            assertTrue(0 <= start && start <= end && end <= rule.bad().text().length(), finding.toString());
        }
    }

    private static String file(LintRule rule) {
        return "rules/manifest/" + rule.id() + ".yaml";
    }

    /** Where a rule finds something. */
    private static List<String> places(LintRule rule, Example example) {
        return Rules.lint(example).stream()
                .filter(finding -> finding.rule().equals(rule.descriptor()))
                .map(RuleExamplesTest::place)
                .toList();
    }

    private static String place(Diagnostic finding) {
        return finding.location().span().start().line() + ":" + finding.location().span().start().column();
    }
}
