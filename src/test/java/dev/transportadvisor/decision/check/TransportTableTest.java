package dev.transportadvisor.decision.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Preference;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in table, as data: it says what is written down here, and its cases prove each of its rules. */
class TransportTableTest {

    private static final DecisionTable TABLE = Tables.transport();
    private static final List<DecisionCase> CASES = Tables.transportCases(TABLE);

    static List<DecisionCase> cases() {
        return CASES;
    }

    static List<Rule> rules() {
        return TABLE.rules();
    }

    static List<Limit> limits() {
        return TABLE.limits();
    }

    @Test
    void hasAtLeastSeventyCasesWithDifferentNames() {
        Set<String> ids = CASES.stream().map(DecisionCase::id).collect(Collectors.toSet());

        assertTrue(CASES.size() >= 70, "only " + CASES.size() + " cases");
        assertEquals(CASES.size(), ids.size(), "case ids repeat");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decidesEachCaseAsExpected(DecisionCase example) {
        List<String> differences = example.differences(TABLE);

        assertEquals(
                List.of(),
                differences,
                () -> example.location() + ": " + example.id() + ", because: " + example.because());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleIsNamedByACaseInWhichItFires(Rule rule) {
        assertTrue(
                CASES.stream().anyMatch(example -> example.fired().contains(rule.id())),
                () -> "no case lists `" + rule.id() + "` under `fired`");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleIsDecisiveInACase(Rule rule) {
        assertTrue(isNoticed(TABLE.without(rule)), () -> "no case notices that `" + rule.id() + "` is gone");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void eachLimitIsDecisiveInACase(Limit limit) {
        assertTrue(isNoticed(TABLE.without(limit)), () -> "no case notices that `" + limit.id() + "` is gone");
    }

    @Test
    void eachLimitAndContradictionIsNamedByACase() {
        List<String> named =
                CASES.stream().flatMap(example -> example.fired().stream()).toList();

        assertAll(Stream.concat(
                        TABLE.limits().stream().map(Limit::id),
                        TABLE.contradictions().stream().map(Contradiction::id))
                .map(id -> () -> assertTrue(named.contains(id), id)));
    }

    private static boolean isNoticed(DecisionTable without) {
        return CASES.stream().anyMatch(example -> !Evaluation.of(without, example.answers())
                .outcome()
                .equals(Evaluation.of(TABLE, example.answers()).outcome()));
    }

    @Test
    void theCheckerFindsNothing() {
        List<Diagnostic> findings = DecisionTableChecker.check(TABLE, CASES);

        assertTrue(findings.isEmpty(), () -> findings.stream()
                .map(finding -> finding.location() + ": " + finding.message())
                .collect(Collectors.joining("\n")));
    }

    /** {@code both} is the column of Socket Mode, then the column of the Events API. */
    @ParameterizedTest
    @CsvSource({
        "no-public-endpoint,         yes,    no",
        "private-infrastructure,     yes,    partly",
        "fast-local-development,     yes,    partly",
        "horizontal-autoscaling,     no,     yes",
        "marketplace-distribution,   no,     yes",
        "serverless,                 no,     yes",
        "one-team,                   yes,    partly",
        "many-workspaces,            partly, yes",
        "must-not-miss-events,       partly, yes",
        "public-https-operated,      partly, yes",
    })
    void eachTransportMeetsACriterionAsTheDesignSays(String id, String socketMode, String eventsApi) {
        Criterion criterion = TABLE.criteria().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertEquals(
                socketMode,
                plain(criterion, "socket-mode"));
        assertEquals(
                eventsApi,
                plain(criterion, "events-api"));
    }

    private static String plain(Criterion criterion, String alternative) {
        return criterion
                .fits(TABLE.alternative(alternative).orElseThrow())
                .plain()
                .fit()
                .word();
    }

    @Test
    void beginsWithTheSixNeedsInTheirOrder() {
        assertEquals(
                List.of(
                        "no-public-endpoint",
                        "private-infrastructure",
                        "fast-local-development",
                        "horizontal-autoscaling",
                        "marketplace-distribution",
                        "serverless"),
                TABLE.criteria().stream()
                        .filter(criterion -> criterion.asked().isPresent())
                        .map(Criterion::id)
                        .toList());
        assertEquals(
                6,
                TABLE.criteria().stream()
                        .takeWhile(criterion -> criterion.asked().isPresent())
                        .count());
    }

    @Test
    void limitsComeFromTheseFacts() {
        assertEquals(
                List.of(
                        "inbound-not-allowed excludes events-api: inbound-allowed: false",
                        "websocket-blocked excludes socket-mode: outbound-websocket: blocked",
                        "hosting-scales-to-zero excludes socket-mode: hosting: scale-to-zero, platform: lambda",
                        "marketplace-app excludes socket-mode: distribution: marketplace",
                        "more-than-ten-replicas excludes socket-mode: replicas: > 10"),
                TABLE.limits().stream()
                        .map(limit -> limit.id() + " excludes "
                                + limit.excludes().get(0).id() + ": "
                                + limit.conditions().map(Condition::text).collect(Collectors.joining(", ")))
                        .toList());
    }

    @Test
    void factsGiveTheseWeights() {
        assertEquals(
                List.of("internal-app 3", "unlisted-distribution 3", "several-workspaces 3",
                        "more-than-twenty-workspaces 5", "every-event-counts 5", "public-https-at-hand 1"),
                TABLE.criteria().stream()
                        .flatMap(criterion -> criterion.derived().stream())
                        .map(rule -> rule.id() + " " + TABLE.weights().get(rule.importance()))
                        .toList());
    }

    @Test
    void weighsByTheseNumbers() {
        assertEquals(
                Map.of(
                        Importance.MUST,
                        5,
                        Importance.SHOULD,
                        3,
                        Importance.NICE,
                        1,
                        Importance.NO,
                        0,
                        Importance.UNKNOWN,
                        0),
                TABLE.weights());
        assertEquals(Map.of(Fit.YES, 100, Fit.PARTLY, 50, Fit.NO, 0), TABLE.percentages());
        assertEquals("socket-mode", TABLE.fallback().plain().alternative().id());
    }

    @Test
    void asksWhatAnAnswersFileMaySay() {
        Map<String, List<String>> answers = TABLE.inputs().stream()
                .collect(Collectors.toMap(input -> input.section().key() + " " + input.id(), input -> input.domain()
                        .allowed()));

        assertEquals(22, answers.size());
        for (String need : List.of(
                "no-public-endpoint",
                "private-infrastructure",
                "fast-local-development",
                "horizontal-autoscaling",
                "marketplace-distribution",
                "serverless")) {
            assertEquals(List.of("must", "should", "nice", "no"), answers.get("needs " + need), need);
        }
        assertEquals(
                List.of("internal", "unlisted", "marketplace", "per-customer"), answers.get("context distribution"));
        assertEquals(List.of("long-running", "scale-to-zero"), answers.get("context hosting"));
        assertEquals(List.of("allowed", "blocked"), answers.get("context outbound-websocket"));
        for (String fact : List.of("must-not-miss-events", "operates-public-https")) {
            assertEquals(List.of("true", "false"), answers.get("context " + fact), fact);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "workspaces, 1, true",
        "events-per-day, 0, true",
        "replicas, 1, true",
        "peak-events-per-second, 0, false",
        "handler-seconds, 0, false",
    })
    void asksForNumbersThatMakeSense(String id, String min, boolean whole) {
        Domain.Numbers numbers = (Domain.Numbers) TABLE.input(id).orElseThrow().domain();

        assertEquals(min, numbers.min().toPlainString());
        assertEquals(whole, numbers.whole());
    }

    /** A row of the table: what it is called, the sentences that it says, and its sources. */
    private record Row(String name, List<String> sentences, String source) {}

    @Test
    void eachRowGivesItsReasonInWholeSentences() {
        assertAll(rows().flatMap(row -> row.sentences().stream()
                .map(sentence -> () ->
                        assertTrue(Pattern.matches("(?s)[A-Z].*[.?]", sentence), row.name() + " says: " + sentence))));
    }

    @Test
    void eachFitGivesItsReasonAsPartOfASentence() {
        assertAll(TABLE.criteria().stream()
                .flatMap(criterion -> criterion.fits().stream())
                .flatMap(fits -> fits.all().stream())
                .map(fit -> () -> assertTrue(Pattern.matches("[a-zA-Z].*[^.;, ]", fit.because()), fit.because())));
    }

    @Test
    void eachRowNamesASourceThatCanBeOpened() {
        Pattern urls = Pattern.compile("https://[a-z0-9.]+/[^ ;]+(; https://[a-z0-9.]+/[^ ;]+)*");

        assertAll(rows().map(row ->
                () -> assertTrue(urls.matcher(row.source()).matches(), row.name() + " has " + row.source())));
    }

    private static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (InputClause input : TABLE.inputs()) {
            rows.add(new Row(input.id(), List.of(input.question(), input.why()), input.source()));
        }
        for (Criterion criterion : TABLE.criteria()) {
            List<String> sentences = new ArrayList<>(List.of(criterion.because()));
            rows.add(new Row(criterion.id(), sentences, criterion.source()));
            criterion.derived().forEach(rule -> rows.add(new Row(rule.id(), List.of(rule.because()), rule.source())));
        }
        TABLE.limits().forEach(limit -> rows.add(new Row(limit.id(), List.of(limit.because()), limit.source())));
        TABLE.contradictions().forEach(row -> rows.add(new Row(row.id(), List.of(row.because()), row.source())));
        TABLE.notNeeded().ifPresent(row -> rows.add(new Row("not-needed", row.steps(), row.source())));
        TABLE.cautions().forEach(caution -> rows.add(new Row(caution.id(), List.of(caution.text()), caution.source())));
        for (Preference preference : List.of(TABLE.fallback().plain(), TABLE.development().plain())) {
            rows.add(new Row("default and development", List.of(preference.because()), preference.source()));
        }
        return rows.stream();
    }

    @Test
    void eachCaseSaysWhyInAWholeSentence() {
        assertAll(CASES.stream()
                .map(example -> () -> assertTrue(
                        Pattern.matches("[A-Z].*[.]", example.because()), example.id() + ": " + example.because())));
    }

    @Test
    void noCommandIsListedTwiceAsBuiltIn() {
        Set<String> seen = new TreeSet<>();
        for (BuiltinCommands.Group group : Tables.builtinCommands().groups()) {
            assertTrue(group.source().contains("https://"), group.source());
            for (String command : group.commands()) {
                if (!seen.add(command)) {
                    fail(command + " stands twice");
                }
            }
        }
        assertTrue(seen.containsAll(Set.of("remind", "invite", "msg", "status")), seen::toString);
    }
}
