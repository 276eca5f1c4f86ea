package dev.transportadvisor.decision.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.answers.AnswersReaderTest;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTableReaderTest {

    /** A row of each kind, of which each test spoils a cell. */
    static final String TABLE = Tables.HEAD
            + """
            inputs:
              - {id: speed, section: needs, question: "Fast?", why: Time., source: "https://example.org/"}
              - id: host
                section: context
                question: Where?
                why: Place.
                source: https://example.org/
                answers: {own: ours, hired: theirs}
              - id: size
                section: context
                question: How many?
                why: Space.
                source: https://example.org/
                number: {min: 1, whole: true}
            criteria:
              - id: speed
                label: fast
                because: Time.
                source: https://example.org/
                fit:
                  left: {is: yes, because: it runs}
                  right: {is: no, because: it walks}
            rules:
              - id: hired-host
                criterion: speed
                when: {host: hired}
                importance: must
                because: It costs.
                source: https://example.org/
            cautions:
              - {id: mind-it, alternative: left, when: {size: "> 5"}, text: Mind it., source: "https://example.org/"}
            """;

    @Test
    void readsEachRow() {
        DecisionTable table = Tables.table(TABLE);

        assertEquals(
                List.of("left", "right"),
                table.alternatives().stream().map(Alternative::id).toList());
        assertEquals("[speed, host, size]", table.inputs().toString());
        assertEquals(
                List.of("own", "hired"),
                table.input("host").orElseThrow().domain().allowed());
        assertEquals(
                List.of("speed", "hired-host"),
                table.rules().stream().map(Rule::id).toList());
        assertEquals(
                "host: hired",
                table.criteria().get(0).derived().get(0).when().all().get(0).text());
        assertEquals("size: > 5", table.cautions().get(0).when().all().get(0).text());
        assertEquals(
                "table.yaml:36:5",
                table.criteria().get(0).derived().get(0).location().toString());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // the cells of a test
                "when: {host: hired}     | when: {hots: hired}     | 38:12 `hots` is not allowed in `when`. Did you"
                        + " mean `host`? Allowed: speed, host, size.",
                "when: {host: hired}     | when: {host: hird}      | 38:18 `hird` is not allowed in `host`. Did you"
                        + " mean `hired`? Allowed: own, hired.",
                "when: {host: hired}     | when: {host: unknown}   | 38:18 `unknown` is not allowed in `host`."
                        + " Allowed: own, hired.",
                "when: {host: hired}     | when: {host: [own, x]}  | 38:24 `x` is not allowed in `host`. Allowed: own,"
                        + " hired.",
                "when: {host: hired}     | when: {host: []}        | 38:18 The test on `host` names no answer."
                        + " Allowed: own, hired.",
                "when: {host: hired}     | when: {host: {own: 1}}  | 38:18 A test on `host` is a word or a list of"
                        + " words, not a mapping.",
                "when: {host: hired}     | when: {speed: yes}      | 38:19 `yes` is not allowed in `speed`. Allowed:"
                        + " must, should, nice, no.",
                "when: {host: hired}     | when: {}                | 38:11 `when` tests nothing. Name at least one"
                        + " question and the answer that it needs.",
                "when: {host: hired}     | when: hired             | 38:11 Expected `when` to be a mapping of keys to"
                        + " values, not text.",
                "when: {host: hired}     | when: {size: 5}         | 38:18 `5` is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                "when: {host: hired}     | when: {size: => 5}      | 38:18 `=> 5` is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                "when: {host: hired}     | when: {size: \"> five\"}| 38:18 `> five` is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                "when: {host: hired}     | when: {size: \"> 1e3\"} | 38:18 `> 1e3` is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                "when: {host: hired}     | when: {size: [\"> 5\"]} | 38:18 This is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                "when: {host: hired}     | when: {size: \"> 2.5\"} | 38:18 `size` is a whole number. Compare it with"
                        + " one, such as \"> 50\".",
                "when: {size: \"> 5\"}   | when: {size: \"~ 5\"}   | 43:51 `~ 5` is no test on the number `size`."
                        + " Allowed: <, <=, > or >= and a number, such as \"> 50\".",
                // rules
                "criterion: speed        | criterion: sped         | 36:5 The rule `hired-host` feeds the criterion"
                        + " `sped`, which is not there. Did you mean `speed`? Allowed: speed.",
                "importance: must        | importance: unknown     | 39:17 `unknown` is not allowed in `importance`."
                        + " Allowed: must, should, nice, no.",
                "because: It costs.      | because:                | 40:13 `because` in an entry of `rules` is empty.",
                "- id: hired-host        | - id: speed             | 36:5 The id `speed` stands twice. Ids are unique"
                        + " in a table.",
                "- id: hired-host        | - id: Hired Host        | 36:5 The id `Hired Host` is not in kebab case, as"
                        + " `many-workspaces` is.",
                // criteria
                "right: {is: no, because: it walks} | rihgt: {is: no, because: it walks} | 4:5 The alternative"
                        + " `right` has no `fit` in the criterion `speed`. Add it there.",
                "left: {is: yes, because: it runs}  | left: {is: y, because: it runs}    | 33:18 `y` is not allowed in"
                        + " `is`. Allowed: yes, partly, no.",
                "left: {is: yes, because: it runs}  | left: {is: yes}                    | 33:13 Missing key `because`"
                        + " in `left`.",
                "label: fast             | labl: fast              | 28:5 Missing key `label` in an entry of"
                        + " `criteria`.",
                // questions
                "question: Where?        | when: now               | 15:5 Missing key `question` in an entry of"
                        + " `inputs`.",
                "section: context        | section: contxt         | 16:14 `contxt` is not allowed in `section`. Did"
                        + " you mean `context`? Allowed: needs, context.",
                "answers: {own: ours, hired: theirs} | answers: {own: ours}    | 20:14 A question has 2 to 20 answers,"
                        + " this one 1.",
                "answers: {own: ours, hired: theirs} | answers: {own: ours, unknown: theirs} | 20:26 Every question"
                        + " allows `unknown`; leave it out here.",
                "number: {min: 1, whole: true}       | number: {min: -1, whole: true}        | 26:19 `-1` is no number"
                        + " such as 0.5 or 12.",
                "number: {min: 1, whole: true}       | number: {min: 0.5, whole: true}       | 26:13 A question for a"
                        + " whole number has a whole `min`, not 0.5.",
                "number: {min: 1, whole: true}       | number: {min: 1, whole: yes}          | 26:29 `yes` is not"
                        + " allowed in `whole`. Allowed: true, false.",
                "number: {min: 1, whole: true}       | words: [a, b]                         | 21:5 A question of the"
                        + " context has either `answers` (words) or a `number`.",
                "- id: host              | - id: size              | 21:5 The id `size` stands twice. Ids are unique"
                        + " in a table.",
                // the head
                "schema: 1               | schema: 2               | 1:9 `2` is not allowed in `schema`. Allowed: 1.",
                "should: {weight: 3,     | should: {weight: -3,    | 9:20 `-3` is not allowed here. Allowed: whole"
                        + " numbers from 0 to 1000.",
                "should: {weight: 3,     | should: {weight: 3.5,   | 9:20 `3.5` is not allowed here. Allowed: whole"
                        + " numbers from 0 to 1000.",
                "no: {weight: 0,         | no: {weight: 2,         | 8:3 What does not matter must weigh nothing: give"
                        + " `no` the weight 0.",
                "yes: 100                | yes: 101                | 12:20 `101` is not allowed here. Allowed: whole"
                        + " numbers from 0 to 100.",
                "default: {alternative: left | default: {alternative: lift | 5:24 `lift` is not allowed in"
                        + " `alternative`. Did you mean `left`? Allowed: left, right.",
                "alternative: left, when | alternative: both, when | 43:32 `both` is not allowed in `alternative`."
                        + " Allowed: left, right.",
            })
    void aMalformedCellIsAnErrorWithItsPlace(String cell, String spoilt, String problem) {
        assertTrue(TABLE.contains(cell), cell);

        List<String> problems = problemsIn(TABLE.replace(cell, spoilt));

        assertTrue(problems.contains(problem), () -> problem + " is not in\n" + String.join("\n", problems));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "schema: 1\n",
                "importance:\n  ",
                "fit:\n      ",
                "label: fast\n    ",
                "importance: must\n    ",
                "{id: left,",
                "default: {",
                "must: {",
                "fit-percent: {",
                "{id: speed,",
                "number: {",
                "left: {",
                "{id: mind-it,"
            })
    void aKeyThatNobodyKnowsIsAnErrorAnywhere(String before) {
        assertTrue(TABLE.contains(before), before);

        String extra =
                before.endsWith("{") || before.endsWith(",") ? " extra: 1, " : "extra: 1\n" + indentBehind(before);
        List<String> problems = problemsIn(TABLE.replace(before, before + extra));

        assertTrue(
                problems.stream().anyMatch(problem -> problem.contains("Unknown key `extra` in ")), problems::toString);
    }

    private static String indentBehind(String line) {
        return line.substring(line.indexOf('\n') + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "default", "development", "importance", "fit-percent", "inputs", "criteria"})
    void sectionsThatATableCannotDoWithoutAreMissed(String section) {
        List<String> problems = problemsIn(TABLE.replaceFirst("(?m)^" + section + ":", "x-" + section + ":"));

        assertTrue(problems.contains("1:1 Missing key `" + section + "` in the table."), problems::toString);
    }

    @Test
    void aTableWithoutRulesOfFactsAndWithoutCautionsIsOne() {
        assertEquals(
                1,
                Tables.table(TABLE.substring(0, TABLE.indexOf("rules:")))
                        .rules()
                        .size());
    }

    @Test
    void aChoiceIsBetweenTwoToEightAlternatives() {
        assertEquals(
                "1:1 A table has 2 to 8 `alternatives`, this one has 1.",
                alternatives(1).get(0));
        assertEquals(
                "1:1 A table has 2 to 8 `alternatives`, this one has 9.",
                alternatives(9).get(0));
        assertEquals(
                8,
                TableText.between("a", "b", "c", "d", "e", "f", "g", "h")
                        .need("n")
                        .criterion("n", Collections.nCopies(8, "yes").toArray(String[]::new))
                        .read()
                        .alternatives()
                        .size());
    }

    private static List<String> alternatives(int count) {
        String[] ids = new String[count];
        for (int i = 0; i < count; i++) {
            ids[i] = "a" + i;
        }
        return problemsIn(TableText.between(ids)
                .need("n")
                .criterion("n", Collections.nCopies(count, "yes").toArray(String[]::new))
                .toString());
    }

    @Test
    void aTableAsksFortyQuestionsAtMost() {
        TableText text = TableText.between("left", "right").criterion("q1", "yes", "no");
        for (int i = 1; i <= 40; i++) {
            text.need("q" + i);
        }
        assertEquals(40, text.read().inputs().size());

        text.need("q41");

        assertEquals(
                text.line("q41") + ":5 A table has at most 40 `inputs`, this one has 41.",
                problemsIn(text.toString()).get(0));
    }

    @Test
    void aTableHasAHundredRulesAtMost() {
        TableText text = TableText.between("left", "right")
                .number("size", "1", true)
                .criterion("space", "yes", "no");
        for (int i = 1; i <= 100; i++) {
            text.rule("r" + i, "space", "size: '> " + i + "'", "must");
        }
        assertEquals(100, text.read().rules().size());

        text.rule("r101", "space", "size: '> 101'", "must");

        assertEquals(
                text.line("r101") + ":5 A table has at most 100 `rules`, this one has 101.",
                problemsIn(text.toString()).get(0));
    }

    @Test
    void aQuestionHasTwentyAnswersAtMost() {
        String[] words = IntStream.rangeClosed(1, 21).mapToObj(i -> "w" + i).toArray(String[]::new);
        TableText text = TableText.between("left", "right").criterion("space", "yes", "no");
        assertEquals(
                20,
                text.words("colour", Arrays.copyOf(words, 20))
                        .read()
                        .input("colour")
                        .orElseThrow()
                        .domain()
                        .allowed()
                        .size());

        List<String> problems = problemsIn(text.words("paint", words).toString());

        assertTrue(problems.get(0).endsWith(" A question has 2 to 20 answers, this one 21."), problems::toString);
    }

    /** A criterion may be named after the need that makes it matter, and after nothing else. */
    @Test
    void aCriterionHasAnIdOfItsOwnOrThatOfItsNeed() {
        TableText text = TableText.between("left", "right").need("wish").criterion("wish", "yes", "no");
        text.read();

        text.criterion("wish", "yes", "no").criterion("Not So", "yes", "no");

        assertEquals(
                List.of(
                        (text.line("wish") + 3) + ":5 The id `wish` stands twice. Ids are unique in a table.",
                        text.line("Not So") + ":5 The id `Not So` is not in kebab case, as `many-workspaces` is."),
                problemsIn(text.toString()));
    }

    @Test
    void everythingIsSaidAtOnceInTheOrderOfTheText() {
        List<String> problems = problemsIn(TABLE.replace("schema: 1", "schema: 2")
                .replace("host: hired", "host: hird")
                .replace("label: fast", "label: ")
                .replace("text: Mind it.", "txt: Mind it."));

        assertEquals(
                List.of("1:9", "29:11", "38:18", "43:5", "43:59"),
                problems.stream().map(problem -> problem.split(" ")[0]).toList(),
                problems::toString);
    }

    static List<Arguments> seeds() {
        return List.of(Arguments.of(1), Arguments.of(2), Arguments.of(3));
    }

    /** Whatever stands in a file, it is read or refused with a place, and what is read can be decided with. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aDamagedTableIsReadOrRefused(int seed) {
        String text = Tables.builtin("transport.yaml").text();
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 700; i++) {
            String damaged = damaged(text, random);
            try {
                DecisionTable table = Tables.table(damaged);
                Evaluation.of(table, Answers.none(table));
            } catch (InputException expected) {
                refused++;
                assertTrue(
                        expected.problems().stream()
                                .allMatch(problem -> problem.location().isPresent()),
                        expected::getMessage);
            } catch (RuntimeException e) {
                fail("seed " + seed + ", table " + i, e);
            }
        }
        assertTrue(refused > 100, "only " + refused + " were refused");
    }

    /** Loses, repeats or swaps lines, or puts a stray word or sign into one. */
    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        // Half of the table will do, and is read in half of the time.
        lines.subList(60 + random.nextInt(200), lines.size()).clear();
        for (int damage = 1 + random.nextInt(3); damage > 0; damage--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 ->
                    lines.set(
                            at,
                            line.substring(0, column)
                                    + STRAYS.get(random.nextInt(STRAYS.size()))
                                    + line.substring(column));
                case 3 -> lines.set(at, line.replaceFirst(": .*", ": " + STRAYS.get(random.nextInt(STRAYS.size()))));
                default -> Collections.swap(lines, at, random.nextInt(lines.size()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static final List<String> STRAYS = List.of(
            "",
            " ",
            ":",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "&a ",
            "*a",
            "!!int ",
            "|",
            "- ",
            "#",
            "\t",
            "0",
            "-1",
            "1e9",
            "> 5",
            "99999999999999",
            "unknown",
            "null",
            "[]",
            "{}",
            "[{}]",
            "{a: [b]}",
            "\u2028",
            "😀",
            "---",
            "left",
            "must",
            "true");

    private static List<String> problemsIn(String yaml) {
        return AnswersReaderTest.problems(
                assertThrows(InputException.class, () -> DecisionTableReader.read(new SourceFile("table.yaml", yaml))));
    }

    @Test
    void anAlternativeThatIsMissingEverywhereIsOneError() {
        TableText text = TableText.between("walk", "cycle", "drive");
        for (String wish : List.of("a", "b", "c")) {
            text.need(wish).criterion(wish, "yes", "no");
        }

        assertEquals(
                List.of("The alternative `drive` has no `fit` in the criteria `a`, `b`, `c`. Add it there."),
                messages(text.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nice: {weight: 1,      | nice: {weight: 4,       | The order makes no sense: `must` weighs at least as"
                        + " much as `should`, `should` as `nice`.",
                "partly: 50             | partly: 110             | `110` is not allowed here. Allowed: whole numbers"
                        + " from 0 to 100.",
                "yes: 100, partly: 50   | yes: 40, partly: 50     | The order makes no sense: `yes` wins at least as"
                        + " much as `partly`, `partly` as `no`.",
            })
    void anOrderThatMakesNoSenseIsRefused(String cell, String spoilt, String message) {
        assertEquals(message, messages(TABLE.replace(cell, spoilt)).get(0));
    }

    @Test
    void aLimitComesFromFactsAlone() {
        String text = TableText.between("left", "right")
                .need("wish")
                .criterion("wish", "yes", "no")
                .limit("wall", "left", "wish: must")
                .toString();

        assertEquals(
                List.of("The limit `wall` tests the wish `wish`. Limits come from facts alone; test questions of the"
                        + " context."),
                messages(text));
    }

    @Test
    void readsWhatFactsDoOnTheirOwn() {
        DecisionTable table = TableText.between("left", "right")
                .need("wish")
                .words("door", "open", "shut")
                .words("house", "old", "new")
                .criterion("wish", "yes", "no where door: open is partly")
                .rule("draught", "wish", "door: open unless house: new", "nice")
                .limit("wall", "right", "door: shut", "house: old")
                .implication("door", "house: old", "shut")
                .denial("denied", "wish", "door: shut")
                .notNeeded("house: old")
                .defaultWhere("door: open", "right")
                .read();

        assertEquals(2, table.limits().get(0).cases().size());
        assertEquals("door", table.implications().get(0).input().id());
        assertEquals(1, table.denials(table.criteria().get(0)).size());
        assertEquals(List.of("Walk."), table.notNeeded().orElseThrow().steps());
        assertEquals("right", table.fallback().others().get(0).preference().alternative().id());
        assertEquals(1, table.criteria().get(0).derived().get(0).when().none().size());
        assertEquals(
                List.of("no", "partly"),
                table.criteria().get(0).fits().get(1).all().stream()
                        .map(suitability -> suitability.fit().word())
                        .toList());
    }

    private static List<String> messages(String yaml) {
        return assertThrows(InputException.class, () -> Tables.table(yaml)).problems().stream()
                .map(problem -> problem.message())
                .toList();
    }
}
