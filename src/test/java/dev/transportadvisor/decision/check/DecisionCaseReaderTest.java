package dev.transportadvisor.decision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.answers.AnswersReaderTest;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionCaseReaderTest {

    private static final DecisionTable TABLE = TableText.between("left", "right")
            .need("near")
            .need("quiet")
            .number("people", "1", true)
            .words("season", "summer", "winter")
            .criterion("near", "yes", "no")
            .criterion("quiet", "no", "yes")
            .criterion("warm", "yes", "partly")
            .rule("snow", "warm", "season: winter", "should")
            .limit("crowd", "left", "people: '> 10'")
            .contradiction("empty-winter", "season: winter, people: '< 2'")
            .notNeeded("season: summer")
            .read();
    private static final String CASES =
            """
            schema: 1
            cases:
              - id: eleven
                because: The eleventh finds no seat.
                needs: {quiet: no}
                context: {people: 11}
                expect: {outcome: right, decided-by: constraint, fired: [crowd]}
              - id: neither
                because: Nothing is left.
                needs: {quiet: must, near: must}
                expect: {outcome: conflict, fired: quiet}
              - id: sure
                because: Nothing is open.
                needs: {quiet: no, near: must}
                context: {people: 1, season: winter}
                expect: {outcome: left, decided-by: constraint, confidence: certain, fired: [snow, empty-winter]}
              - id: outside
                because: In summer nobody needs a room.
                context: {season: summer}
                expect: {outcome: not-needed}
            """;

    @Test
    void readsAnswersAndWhatIsExpected() {
        DecisionCase first = cases(CASES).get(0);

        assertEquals("eleven", first.id());
        assertEquals(
                new Outcome.Recommended(TABLE.alternative("right").orElseThrow(), DecidedBy.CONSTRAINT),
                first.expected());
        assertEquals(List.of("crowd"), first.fired());
        assertEquals("cases.yaml:3:5", first.location().toString());
        assertEquals(List.of(), first.differences(TABLE));
    }

    @Test
    void aConflictIsDecidedByNothing() {
        DecisionCase second = cases(CASES).get(1);

        assertEquals(new Outcome.Conflict(), second.expected());
        assertEquals(List.of("quiet"), second.fired());
        assertEquals(List.of(), second.differences(TABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: right       | outcome: left        | Expected `left` decided by constraint, but the table"
                        + " gives `right` decided by constraint.",
                "by: constraint       | by: score            | Expected `right` decided by score, but the table"
                        + " gives `right` decided by constraint.",
                "people: 11           | people: 10           | Expected `right` decided by constraint, but the table"
                        + " gives `left` decided by default.",
                "fired: [             | fired: [empty-winter, | Expected to fire, but silent: `empty-winter`.",
            })
    void tellsWhatTheTableDecidesDifferently(String cell, String changed, String difference) {
        assertEquals(
                difference,
                cases(CASES.replace(cell, changed)).get(0).differences(TABLE).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema: 1", "because: Nothing is left.", "expect: {"})
    void aKeyThatNobodyKnowsIsAnErrorAnywhere(String before) {
        String after =
                before.endsWith("{") ? "extra: 1, " : before.startsWith("schema") ? "\nextra: 1" : "\n    extra: 1";

        InputException refusal =
                assertThrows(InputException.class, () -> cases(CASES.replace(before, before + after)));

        assertTrue(refusal.getMessage().contains("Unknown key `extra` in "), refusal.getMessage());
    }

    @Test
    void tellsHowSureItIs() {
        assertEquals(
                List.of("Expected it to be lean, but it is certain."),
                cases(CASES.replace("confidence: certain", "confidence: lean"))
                        .get(2)
                        .differences(TABLE));
        assertEquals(List.of(), cases(CASES).get(2).differences(TABLE));
    }

    @Test
    void tellsThatSomethingHasToBeChosen() {
        assertEquals(List.of(), cases(CASES).get(3).differences(TABLE));
        assertEquals(
                List.of("Expected no transport at all, since none is needed, but the table gives `left` decided by"
                        + " score."),
                cases(CASES.replace("{season: summer}", "{season: winter}")).get(3).differences(TABLE));
    }

    @Test
    void tellsWhatIsNoConflictAnyMore() {
        assertEquals(
                List.of("Expected a conflict, but the table gives `right` decided by constraint."),
                cases(CASES.replaceFirst("near: must", "near: no")).get(1)
                        .differences(TABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema: 1             | schema: 0             | 1:9 `0` is not allowed in `schema`. Allowed: 1.",
                "cases:                | case:                 | 1:1 Missing key `cases` in the file of cases.",
                "id: neither           | id: eleven            | 8:5 The case `eleven` stands twice. Ids are unique in"
                        + " a file.",
                "id: neither           | name: neither         | 8:5 Missing key `id` in an entry of `cases`.",
                "because: Nothing      | becuase: Nothing      | 8:5 Missing key `because` in an entry of `cases`.",
                "quiet: no}            | quiet: maybe}         | 5:20 `maybe` is no answer to `quiet`. Allowed: must,"
                        + " should, nice, no, unknown.",
                "people: 11            | person: 11            | 6:15 Unknown key `person` in `context`. Did you mean"
                        + " `season`? Allowed: people, season.",
                "outcome: right        | outcome: rihgt        | 7:23 `rihgt` is not allowed in `outcome`. Did you mean"
                        + " `right`? Allowed: left, right, conflict, not-needed.",
                "decided-by: constraint| decided-by: point     | 7:42 `point` is not allowed in `decided-by`. Allowed:"
                        + " constraint, score, default.",
                "decided-by: constraint, | ''                  | 7:13 Missing key `decided-by` in `expect`.",
                "outcome: conflict,    | outcome: conflict, decided-by: score, | 11:33 Unknown key `decided-by` in"
                        + " `expect`. Allowed: outcome, confidence, fired.",
                "fired: quiet          | fired: quite          | 11:40 `quite` is not allowed in `fired`. Did you mean"
                        + " `quiet`? Allowed: near, quiet, snow, crowd, empty-winter.",
                "fired: quiet          | fired: [[quiet]]      | 11:41 `fired` in `expect` must be a single value, not"
                        + " a list.",
            })
    void aMalformedCellIsOneErrorWithItsPlace(String cell, String spoilt, String problem) {
        List<String> problems = AnswersReaderTest.problems(
                assertThrows(InputException.class, () -> cases(CASES.replace(cell, spoilt))));

        assertEquals(problem, problems.get(0));
    }

    private static List<DecisionCase> cases(String yaml) {
        return DecisionCaseReader.read(TABLE, new SourceFile("cases.yaml", yaml));
    }
}
