package dev.transportadvisor.decision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.answers.AnswersReaderTest;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionCaseReaderTest {

    private static final DecisionTable TABLE = Tables.transport();
    private static final String CASES =
            """
            schema: 1
            cases:
              - id: eleven
                because: The eleventh gets no socket.
                needs: {serverless: no}
                context: {replicas: 11}
                expect: {outcome: events-api, decided-by: constraint, fired: [more-than-ten-replicas]}
              - id: neither
                because: Nothing is left.
                needs: {serverless: must, no-public-endpoint: must}
                expect: {outcome: conflict, fired: serverless}
            """;

    @Test
    void readsAnswersAndWhatIsExpected() {
        DecisionCase first = cases(CASES).get(0);

        assertEquals("eleven", first.id());
        assertEquals(TABLE.alternative("events-api"), first.recommended());
        assertEquals(Optional.of(DecidedBy.CONSTRAINT), first.decidedBy());
        assertEquals(List.of("more-than-ten-replicas"), first.fired());
        assertEquals("cases.yaml:3:5", first.location().toString());
        assertEquals(List.of(), first.differences(TABLE));
    }

    @Test
    void aConflictIsDecidedByNothing() {
        DecisionCase second = cases(CASES).get(1);

        assertEquals(Optional.empty(), second.recommended());
        assertEquals(Optional.empty(), second.decidedBy());
        assertEquals(List.of("serverless"), second.fired());
        assertEquals(List.of(), second.differences(TABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: events-api  | outcome: socket-mode | Expected `socket-mode` decided by constraint, but the"
                        + " table gives `events-api` decided by constraint.",
                "by: constraint       | by: score            | Expected `events-api` decided by score, but the table"
                        + " gives `events-api` decided by constraint.",
                "replicas: 11         | replicas: 10         | Expected `events-api` decided by constraint, but the"
                        + " table gives `socket-mode` decided by default.",
                "fired: [             | fired: [websocket-blocked, | Expected to fire, but silent:"
                        + " `websocket-blocked`.",
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
    void tellsWhatIsNoConflictAnyMore() {
        assertEquals(
                List.of("Expected a conflict, but the table gives `events-api` decided by constraint."),
                cases(CASES.replace("no-public-endpoint: must", "no-public-endpoint: no"))
                        .get(1)
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
                "serverless: no        | serverless: maybe     | 5:25 `maybe` is no answer to `serverless`. Allowed:"
                        + " must, should, nice, no, unknown.",
                "replicas: 11          | replica: 11           | 6:15 Unknown key `replica` in `context`. Did you mean"
                        + " `replicas`? Allowed: distribution, workspaces, events-per-day, peak-events-per-second,"
                        + " replicas, hosting, handler-seconds, must-not-miss-events, operates-public-https,"
                        + " inbound-allowed, outbound-websocket.",
                "outcome: events-api   | outcome: event-api    | 7:23 `event-api` is not allowed in `outcome`. Did you"
                        + " mean `events-api`? Allowed: socket-mode, events-api, conflict.",
                "decided-by: constraint| decided-by: point     | 7:47 `point` is not allowed in `decided-by`. Allowed:"
                        + " constraint, score, default.",
                "decided-by: constraint, | ''                  | 7:13 Missing key `decided-by` in `expect`.",
                "outcome: conflict,    | outcome: conflict, decided-by: score, | 11:33 Unknown key `decided-by` in"
                        + " `expect`. Allowed: outcome, fired.",
                "fired: serverless     | fired: serverles      | 11:40 `serverles` is not allowed in `fired`. Did you"
                        + " mean `serverless`? Allowed: no-public-endpoint, private-infrastructure,"
                        + " fast-local-development, horizontal-autoscaling, marketplace-distribution, serverless,"
                        + " inbound-not-allowed, more-than-ten-replicas, marketplace-app, hosting-scales-to-zero,"
                        + " unlisted-distribution, several-workspaces, more-than-fifty-workspaces,"
                        + " more-than-a-hundred-events-a-second, every-event-counts, public-https-at-hand,"
                        + " websocket-blocked.",
                "fired: serverless     | fired: [[serverless]] | 11:41 `fired` in `expect` must be a single value, not"
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
