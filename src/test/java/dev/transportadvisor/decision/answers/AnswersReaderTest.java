package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class AnswersReaderTest {

    private static final DecisionTable TABLE = Tables.transport();
    private static final AnswersReader READER = new AnswersReader(TABLE, Tables.builtinCommands());
    private static final String BOT = "schema: 1\nbot: {name: deploy-bot}\n";

    @Test
    void readsWhatTheFileSays() {
        AnswersFile file = read(
                """
                schema: 1
                bot:
                  name: deploy-bot
                  summary: Starts and watches deploys
                needs:
                  no-public-endpoint: must
                  serverless: no
                context:
                  workspaces: 3
                  handler-seconds: 0.40
                  must-not-miss-events: false
                  hosting: "long-running"
                """);

        assertEquals(new Bot("deploy-bot", "Starts and watches deploys"), file.bot());
        assertEquals(
                List.of(
                        "no-public-endpoint: must",
                        "serverless: no",
                        "hosting: long-running",
                        "workspaces: 3",
                        "handler-seconds: 0.4",
                        "must-not-miss-events: false"),
                shown(file.answers()));
    }

    /** Yes and no are understood wherever they can only mean one thing. */
    @Test
    void readsYesAndNo() {
        AnswersFile file = read(BOT
                + "context: {must-not-miss-events: yes, inbound-allowed: no, outbound-websocket: yes, proxy: no}\n");

        assertEquals(
                List.of(
                        "inbound-allowed: false",
                        "outbound-websocket: allowed",
                        "proxy: none",
                        "must-not-miss-events: true"),
                shown(file.answers()));
    }

    @Test
    void readsJsonToo() {
        AnswersFile file = READER.read(
                new SourceFile(
                        "answers.json",
                        """
                {"schema": 1, "bot": {"name": "deploy-bot"}, "needs": {"serverless": "no"},
                 "context": {"must-not-miss-events": true, "workspaces": 3}}
                """));

        assertEquals(List.of("serverless: no", "workspaces: 3", "must-not-miss-events: true"), shown(file.answers()));
    }

    @Test
    void nothingButSchemaAndNameIsRequired() {
        AnswersFile file = read(BOT);

        assertEquals(new Bot("deploy-bot", ""), file.bot());
        assertEquals(List.of(), shown(file.answers()));
    }

    @Test
    void everyQuestionMayBeLeftUnknown() {
        String sections = Stream.of(InputClause.Section.values())
                .map(section -> section.key() + ":\n"
                        + TABLE.inputs().stream()
                                .filter(input -> input.section() == section)
                                .map(input -> "  " + input.id() + ": unknown\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());

        assertEquals(List.of(), shown(read(BOT + sections).answers()));
    }

    @ParameterizedTest
    @CsvSource({
        "needs: {serverless: no},                   serverless: no",
        "needs: {serverless: \"no\"},               serverless: no",
        "context: {must-not-miss-events: true},     must-not-miss-events: true",
        "context: {must-not-miss-events: 'true'},   must-not-miss-events: true",
        "context: {workspaces: 007},                workspaces: 7",
        "context: {workspaces: 999999999999},       workspaces: 999999999999",
        "context: {peak-events-per-second: 3.0},    peak-events-per-second: 3",
        "context: {handler-seconds: 0.123456},      handler-seconds: 0.123456",
        "context: {handler-seconds: 0},             handler-seconds: 0",
    })
    void answersAreComparedAsText(String section, String answer) {
        assertEquals(List.of(answer), shown(read(BOT + section + "\n").answers()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9",
                "0x10",
                "-1",
                "+1",
                "1_000",
                "'1,000'",
                "NaN",
                ".inf",
                "99999999999999999999",
                "0.1234567",
                ".5",
                "5.",
                "1.5.2",
                "1/2",
                "'1 '",
                "' 1'",
                "six",
                "true",
                "~",
                "1:30",
                "١",
                "12h"
            })
    void hostileNumbersAreRefusedWithWhatIsAllowed(String number) {
        String problem = problemsIn(BOT + "context:\n  peak-events-per-second: " + number + "\n")
                .get(0);

        assertEquals("4:27", problem.split(" ")[0], problem);
        assertEquals(
                "is no answer to `peak-events-per-second`. Allowed: a number from 0 up"
                        + " (at most 12 digits before the point and 6 after it), unknown.",
                problem.substring(problem.indexOf("is no")),
                problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "1.0", "1000000000000", "1e3"})
    void aCountIsAWholeNumberFromItsMinimumUp(String number) {
        assertEquals(
                List.of("4:15 `" + number
                        + "` is no answer to `workspaces`. Allowed: a whole number from 1 up (12 digits at"
                        + " most), unknown."),
                problemsIn(BOT + "context:\n  workspaces: " + number + "\n"));
    }

    static List<Arguments> badFiles() {
        return List.of(
                Arguments.of(
                        "needs:\n  serverles: must\n",
                        List.of("4:3 Unknown key `serverles` in `needs`. Did you mean `serverless`? Allowed:"
                                + " no-public-endpoint, private-infrastructure, fast-local-development,"
                                + " horizontal-autoscaling, marketplace-distribution, serverless.")),
                Arguments.of(
                        "needs:\n  serverless: mus\n",
                        List.of("4:15 `mus` is no answer to `serverless`. Did you mean `must`? Allowed: must, should,"
                                + " nice, no, unknown.")),
                Arguments.of(
                        "needs:\n  serverless: yes\n",
                        List.of("4:15 `yes` is no answer to `serverless`. Allowed: must, should, nice, no, unknown.")),
                Arguments.of(
                        "needs:\n  serverless: Must\n",
                        List.of("4:15 `Must` is no answer to `serverless`. Did you mean `must`? Allowed: must, should,"
                                + " nice, no, unknown.")),
                Arguments.of(
                        "needs:\n  serverless:\n",
                        List.of("4:14 No value for `serverless`. Allowed: must, should, nice, no, unknown.")),
                Arguments.of(
                        "needs:\n  serverless: [must]\n",
                        List.of("4:15 `serverless` in `needs` must be a single value, not a list.")),
                Arguments.of(
                        "needs: must\n", List.of("3:8 Expected `needs` to be a mapping of keys to values, not text.")),
                Arguments.of(
                        "context:\n  hosting: scale_to_zero\n",
                        List.of("4:12 `scale_to_zero` is no answer to `hosting`. "
                                + "Did you mean `scale-to-zero`? Allowed: long-running, scale-to-zero, unknown.")),
                Arguments.of(
                        "context:\n  must-not-miss-events: always\n",
                        List.of("4:25 `always` is no answer to `must-not-miss-events`. Allowed: true, false,"
                                + " unknown.")),
                Arguments.of(
                        "context:\n  hosting: cloud-run\n",
                        List.of("4:12 `cloud-run` is no answer to `hosting`. Allowed: long-running, scale-to-zero,"
                                + " unknown. It is an answer to `platform`.")),
                Arguments.of(
                        "needs:\n  hosting: long-running\n",
                        List.of("4:3 `hosting` belongs under `context`, not under `needs`. Move it there.")),
                Arguments.of(
                        "context:\n  serverless: must\n",
                        List.of("4:3 `serverless` belongs under `needs`, not under `context`. Move it there.")),
                Arguments.of(
                        "need:\n  serverless: must\n",
                        List.of("3:1 Unknown key `need` in the answers file. Did you mean `needs`? Allowed: schema,"
                                + " bot, needs, context.")),
                Arguments.of(
                        "needs:\n  serverless: must\n  serverless: no\n",
                        List.of("5:3 Duplicate key `serverless` in `needs`; it stands first on line 4. Keep one.")));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhereWhatAndWhatIsAllowed(String sections, List<String> problems) {
        assertEquals(problems, problemsIn(BOT + sections));
    }

    @Test
    void saysEverythingAtOnceInTheOrderOfTheText() {
        List<String> problems = problemsIn(
                """
                schema: 2
                bot:
                  name: Deploy
                  sumary: Deploys
                needs:
                  serverless: mst
                context:
                  workspaces: 0
                  hosting: lambda
                extra: 1
                """);

        assertEquals(
                List.of("1:9", "3:9", "4:3", "6:15", "8:15", "9:12", "10:1"),
                problems.stream().map(problem -> problem.split(" ")[0]).toList(),
                problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bot: {name: deploy-bot}            | 1:1 Missing key `schema` in the answers file.",
                "schema: 1                          | 1:1 Missing key `bot` in the answers file.",
                "{schema: 1, bot: {}}               | 1:18 Missing key `name` in `bot`.",
                "{schema: 1, bot: deploy-bot}       | 1:18 Expected `bot` to be a mapping of keys to values, not text.",
                "{schema: 1.0, bot: {name: b1}}     | 1:10 `1.0` is not allowed in `schema`. Allowed: 1.",
                "{schema: unknown, bot: {name: b1}} | 1:10 `unknown` is not allowed in `schema`. Allowed: 1.",
                "[1, 2]                             | 1:1 Expected the answers file to be a mapping of keys to values,"
                        + " not a list.",
            })
    void schemaAndNameAreRequired(String text, String problem) {
        assertEquals(problem, problemsIn(text + "\n").get(0));
    }

    @Test
    void aManifestIsToldInOneSentence() {
        assertEquals(
                List.of("2:1 This is an app manifest, not an answers file. `transport-advisor lint` checks it;"
                        + " `transport-advisor ask` writes an answers file."),
                problemsIn("settings: {}\ndisplay_information:\n  name: deploy-bot\n"));
    }

    @Test
    void answersWithAKeyOfAManifestStayAnswers() {
        assertEquals(
                List.of("3:1 Unknown key `display_information` in the answers file. Allowed: schema, bot, needs,"
                        + " context."),
                problemsIn(BOT + "display_information: {}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs:", "needs: ~", "needs: {}", "needs:\n  # nothing yet", "needs:\ncontext:"})
    void aSectionMayBeEmpty(String section) {
        assertEquals(
                Answers.none(TABLE).value(TABLE.inputs().get(0)),
                read(BOT + section + "\n").answers().value(TABLE.inputs().get(0)));
    }

    @Test
    void whatIsShownOfAFileCannotControlATerminal() {
        assertEquals(
                List.of("4:15 `\\u001b[31mmust` is no answer to `serverless`. Allowed: must, should, nice, no,"
                        + " unknown."),
                problemsIn(BOT + "needs:\n  serverless: \"\\e[31mmust\"\n"));
    }

    private static AnswersFile read(String yaml) {
        return READER.read(new SourceFile("answers.yaml", yaml));
    }

    private static List<String> problemsIn(String yaml) {
        return problems(assertThrows(InputException.class, () -> read(yaml)));
    }

    /** Such as {@code 4:15 `mus` is no answer}. */
    public static List<String> problems(InputException refusal) {
        return refusal.problems().stream()
                .map(problem -> problem.location()
                                .map(place -> place.span().start().line() + ":"
                                        + place.span().start().column())
                                .orElse("?")
                        + " " + problem.message())
                .toList();
    }

    private static List<String> shown(Answers answers) {
        return TABLE.inputs().stream()
                .flatMap(input -> answers.value(input).map(value -> input.id() + ": " + value.text()).stream())
                .toList();
    }

    @Test
    void changingOneAnswerLeavesTheOthersAndTheOriginalAlone() {
        InputClause serverless = TABLE.input("serverless").orElseThrow();
        Answers before = Tables.answers(TABLE, "workspaces: 3");
        Answers after = before.with(serverless, Optional.of(new Value.Word("must")));

        assertEquals(List.of("workspaces: 3"), shown(before));
        assertEquals(List.of("serverless: must", "workspaces: 3"), shown(after));
        assertEquals(List.of("workspaces: 3"), shown(after.with(serverless, Optional.empty())));
    }
}
