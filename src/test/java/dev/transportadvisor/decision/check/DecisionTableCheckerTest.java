package dev.transportadvisor.decision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** For each finding a table that has just this one, and one that narrowly has not. */
class DecisionTableCheckerTest {

    /** A sound table to add to: its one need decides for `left` or `right`, and its facts each tip the scale. */
    private static TableText sound() {
        return TableText.between("left", "right")
                .need("wish")
                .criterion("wish", "no", "yes")
                .words("host", "own", "hired", "none")
                .number("size", "1", true)
                .criterion("space", "no", "yes");
    }

    private static TableText withRules() {
        return sound().rule("hired", "space", "host: hired", "should").rule("large", "space", "size: '> 5'", "must");
    }

    @Test
    void findsNothingInASoundTable() {
        assertFinds(withRules());
    }

    @Test
    void aRuleThatRepeatsAnother() {
        TableText text = withRules().rule("again", "space", "size: '>= 6'", "must");

        assertFinds(
                text,
                "duplicate-rule at " + text.line("again") + " /rules/2: " + "The rule `again` repeats `large` on line "
                        + text.line("large") + ".");
        assertFinds(withRules().rule("smaller", "space", "size: '<= 5', host: own", "must"));
    }

    @Test
    void aCriterionThatNothingMakesMatter() {
        TableText text = withRules().criterion("orphan", "yes", "no");

        assertFinds(
                text, "unused-criterion at " + text.line("orphan") + " /criteria/2: Nothing makes `orphan` matter.");
    }

    @Test
    void theSameTestFeedingAnotherCriterionRepeatsNothing() {
        assertFinds(withRules().criterion("other", "yes", "no").rule("twin", "other", "size: '> 5'", "must"));
    }

    /** Only one of the two questions was answered in a way that sets off the rule. */
    @Test
    void theSameWordForAnotherQuestionRepeatsNothing() {
        assertFinds(withRules()
                .words("place", "own", "hired", "none")
                .rule("placed", "space", "place: hired", "should"));
    }

    @Test
    void twoRulesThatDisagree() {
        TableText text = withRules().rule("instead", "space", "host: [hired, hired]", "nice");

        assertFinds(
                text,
                "conflicting-rules at " + text.line("instead") + " /rules/2: "
                        + "The rule `instead` says nice where should is said by `hired` on line " + text.line("hired")
                        + ".");
        assertFinds(withRules().rule("beside", "space", "host: none", "nice"));
    }

    @Test
    void aRuleThatAnotherAlwaysCovers() {
        TableText text = withRules().rule("larger", "space", "size: '> 50'", "must");

        assertFinds(
                text,
                "shadowed-rule at " + text.line("larger") + " /rules/2: "
                        + "The rule `larger` can never add anything to `large` on line " + text.line("large") + ".");
    }

    @Test
    void aStrongerRuleForFewerAnswersIsNotCovered() {
        assertFinds(sound().rule("large", "space", "size: '> 5'", "should")
                .rule("larger", "space", "size: '> 50'", "must")
                .rule("hired", "space", "host: hired", "nice"));
    }

    @Test
    void aRuleWithMoreConditionsIsCoveredToo() {
        TableText text = withRules().rule("both", "space", "size: '> 5', host: own", "should");

        assertFinds(
                text,
                "shadowed-rule at " + text.line("both") + " /rules/2: "
                        + "The rule `both` can never add anything to `large` on line " + text.line("large") + ".");
    }

    @Test
    void aRuleThatNeverDecides() {
        TableText text = withRules().criterion("even", "yes", "yes").rule("useless", "even", "size: '<= 5'", "must");

        assertFinds(
                text,
                "never-decisive-rule at " + text.line("useless")
                        + " /rules/2: The rule `useless` never changes the outcome.");
        assertFinds(withRules().criterion("even", "yes", "partly").rule("useful", "even", "size: '<= 5'", "must"));
    }

    @Test
    void aRuleThatTwoOthersCoverTogether() {
        TableText text = sound().rule("own", "space", "host: own", "must")
                .rule("hired", "space", "host: [hired, none]", "must")
                .rule("any", "space", "host: [own, hired], size: '> 5'", "must");

        assertFinds(
                text,
                "pointless-question at " + text.line("size") + " /inputs/2: The answer to `size` changes nothing.",
                "never-decisive-rule at " + text.line("any") + " /rules/2: The rule `any` never changes the outcome.");
    }

    @Test
    void aNeedWhoseCriterionMakesNoDifference() {
        TableText text = withRules().need("vain").criterion("vain", "partly", "partly");

        assertFinds(
                text,
                "pointless-question at " + text.line("vain") + " /inputs/3: The answer to `vain` changes nothing.",
                "never-decisive-rule at " + (text.line("space") + 1)
                        + " /criteria/2: The rule `vain` never changes the outcome.");
    }

    @Test
    void aQuestionThatNoRuleAsks() {
        TableText text = withRules().words("colour", "red", "green");

        assertFinds(
                text,
                "pointless-question at " + text.line("colour") + " /inputs/3: The answer to `colour` changes nothing.");
        assertFinds(withRules().words("colour", "red", "green").caution("mind-it", "colour: red"));
        assertFinds(withRules().words("colour", "red", "green").capability("paint", "colour: red"));
        text.capability("ladder", "size: '> 5'");
        assertFinds(
                text,
                "pointless-question at " + text.line("colour") + " /inputs/3: The answer to `colour` changes nothing.");
    }

    @Test
    void anAlternativeThatNothingSpeaksFor() {
        TableText text =
                TableText.between("walk", "cycle", "drive").need("fast").criterion("fast", "no", "partly", "yes");

        assertFinds(text, "alternative-never-wins at 4 /alternatives/1: `cycle` is never recommended.");
        assertFinds(TableText.between("walk", "cycle", "drive")
                .need("fast")
                .criterion("fast", "no", "partly", "yes")
                .need("cheap")
                .criterion("cheap", "yes", "partly", "no"));
    }

    @Test
    void aCaseThatDoesNotHold() {
        DecisionTable table = withRules().read();
        List<DecisionCase> cases = DecisionCaseReader.read(
                table,
                new SourceFile(
                        "cases.yaml",
                        """
                schema: 1
                cases:
                  - {id: holds, because: Sure., context: {size: 6},\
                 expect: {outcome: right, decided-by: constraint, fired: large}}
                  - {id: fails, because: Sure., context: {size: 5},\
                 expect: {outcome: right, decided-by: constraint, fired: large}}
                """));

        assertEquals(
                List.of(
                        "failed-case at 4 /cases/1: Case `fails`: Expected `right` decided by constraint,"
                                + " but the table gives `left` decided by default.",
                        "failed-case at 4 /cases/1: Case `fails`: Expected to fire, but silent: `large`."),
                DecisionTableChecker.check(table, cases).stream()
                        .map(DecisionTableCheckerTest::show)
                        .toList());
    }

    @Test
    void findingsComeInTheOrderOfTheText() {
        TableText text = withRules()
                .words("colour", "red", "green")
                .rule("larger", "space", "size: '> 50'", "must")
                .rule("again", "space", "host: hired", "should");

        assertEquals(
                "pointless-question shadowed-rule duplicate-rule",
                DecisionTableChecker.check(text.read(), List.of()).stream()
                        .map(finding -> finding.rule().id())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void eachFindingIsDescribedOnce() {
        assertEquals(
                8,
                DecisionTableChecker.RULES.stream()
                        .map(rule -> rule.id())
                        .distinct()
                        .count());
    }

    private static void assertFinds(TableText text, String... findings) {
        assertEquals(
                List.of(findings),
                DecisionTableChecker.check(text.read(), List.of()).stream()
                        .map(DecisionTableCheckerTest::show)
                        .toList(),
                text::toString);
    }

    private static String show(Diagnostic finding) {
        return finding.rule().id() + " at " + finding.location().span().start().line() + " " + finding.pointer() + ": "
                + finding.message();
    }
}
