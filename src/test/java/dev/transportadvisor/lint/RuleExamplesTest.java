package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.lint.rule.LintRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule's own examples: the bad one breaks just this rule, at the marked places; the good one breaks none. */
class RuleExamplesTest {

    static List<LintRule> rules() {
        return Rules.CATALOG.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void badExampleBreaksThisRuleAtTheMarkedPlaces(LintRule rule) {
        assertFalse(rule.bad().places().isEmpty(), () -> "no « marks a place in the bad example of " + file(rule));
        assertEquals(
                rule.bad().places().stream()
                        .map(place -> place.line() + ":" + place.column() + " " + rule.id())
                        .toList(),
                places(Rules.lint(rule.bad())),
                () -> "the bad example of " + file(rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goodExampleBreaksNone(LintRule rule) {
        assertEquals(List.of(), places(Rules.lint(rule.good())), () -> "the good example of " + file(rule));
        assertTrue(rule.good().places().isEmpty(), () -> "no « in the good example of " + file(rule));
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

    private static List<String> places(List<Diagnostic> findings) {
        return findings.stream()
                .map(finding -> finding.location().span().start().line() + ":"
                        + finding.location().span().start().column() + " "
                        + finding.rule().id())
                .toList();
    }
}
