package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.knowledge.KnowledgeArea;
import dev.transportadvisor.report.knowledge.KnowledgeQuery;
import dev.transportadvisor.report.knowledge.TextKnowledgeFormatter;
import dev.transportadvisor.testing.Golden;
import dev.transportadvisor.testing.SmallTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final Pattern ID = Pattern.compile("\\{\\s+\"id\": \"([^\"]+)\"");

    private static final List<KnowledgeArea> AREAS = new Knowledge(Optional.empty(), Path.of(".")).areas();

    @TempDir
    Path folder;

    @BeforeEach
    void copyTable() throws IOException {
        for (String file : List.of("transport.yaml", "transport.cases.yaml")) {
            Files.copy(SmallTable.FOLDER.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void listsAndExplainsWhatIsKnown() {
        assertAll(
                () -> Golden.assertMatches(
                        "rules/list.txt", beforeLint(onSmallTable("list"), "\nManifest rules\n", "")),
                () -> Golden.assertMatches(
                        "rules/list.json",
                        beforeLint(
                                onSmallTable("list", "--format", "json"),
                                ", {\n    \"id\": \"" + manifestRules().get(0) + "\"",
                                " ]\n}\n")),
                () -> Golden.assertMatches("rules/explain-criterion.txt", onSmallTable("explain", "door-to-door")),
                () -> Golden.assertMatches("rules/explain-rule.txt", onSmallTable("explain", "night-journey")),
                () -> Golden.assertMatches(
                        "rules/explain-caution.json", onSmallTable("explain", "strikes", "--format", "json")));
    }

    private String onSmallTable(String... arguments) {
        List<String> command = new ArrayList<>(List.of("rules"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--rules", "."));
        return Run.in(SmallTable.FOLDER, "", command.toArray(String[]::new)).out();
    }

    @Test
    void everyRowOfTheBuiltInTableHasAPage() {
        String list = Run.of("rules", "list", "--format", "json").out();
        List<String> ids = ID.matcher(list).results().map(row -> row.group(1)).toList();
        assertTrue(ids.containsAll(
                Builtin.knowledge().decisionTable().inputs().stream().map(InputClause::id).toList()));
        for (String id : ids) {
            assertTrue(page(id).startsWith(id + " ("), id);
        }
    }

    /** As the command prints it, without reading everything that is known for each. */
    private static String page(String id) {
        return new TextKnowledgeFormatter(Style.PLAIN)
                .explain(KnowledgeQuery.of(id).in(AREAS));
    }

    @Test
    void listsTheRulesForManifestsById() throws IOException {
        String list = Run.of("rules", "list", "--kind", "lint").out();
        assertTrue(list.startsWith("Manifest rules\n"), list);
        assertEquals(
                manifestRules(),
                list.lines().filter(line -> line.matches(" {2}\\S.*")).map(String::strip).toList());
        assertTrue(Run.of("rules", "list").out().contains("\n\n" + list + "\n"));
        assertFalse(Run.of("rules", "list", "--kind", "capability").out().contains("Manifest rules"));
    }

    @Test
    void explainsARuleForManifestsWithItsExamples() throws IOException {
        Golden.assertMatches(
                "rules/explain-lint.txt", Run.of("rules", "explain", "unused-suppression").out());
        for (String id : manifestRules()) {
            String page = page(id);
            assertTrue(page.startsWith(id + " (lint)\n"), page);
            assertTrue(page.contains(" [" + id + "]\n"), "the bad example with its finding: " + page);
        }
    }

    /** The output without what every new rule changes. */
    private static String beforeLint(String output, String start, String end) {
        assertTrue(output.contains(start), output);
        return output.substring(0, output.indexOf(start)) + end;
    }

    private static List<String> manifestRules() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/manifest"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void builtInTableHoldsTogether() {
        assertEquals(new Run(0, "0 errors, 0 warnings, 0 notes in 4 files\n", ""), Run.of("rules", "check"));
    }

    @Test
    void findsWhatIsWrongWithATableOfOnesOwn() throws IOException {
        Path table = folder.resolve("transport.yaml");
        Files.writeString(table, Files.readString(table).replace("travellers: \"> 8\"", "travellers: \"> 2\""));
        Run run = Run.in(folder, "", "rules", "check", ".");
        Run json = Run.in(folder, "", "rules", "check", ".", "--format", "json");
        assertAll(
                () -> Golden.assertMatches("rules/check.txt", run.out()),
                () -> Golden.assertMatches("rules/check.json", json.out()),
                () -> assertEquals(1, run.status()),
                () -> assertEquals(1, json.status()));
    }

    @Test
    void aTableNeedNotHaveCases() throws IOException {
        Files.delete(folder.resolve("transport.cases.yaml"));
        assertEquals(
                new Run(0, "0 errors, 0 warnings, 0 notes in 1 file\n", ""),
                Run.of("rules", "check", folder.toString()));
    }

    @Test
    void aTableThatCannotBeReadIsAnInputError() throws IOException {
        Files.writeString(folder.resolve("transport.yaml"), "schema: 1\n");
        Run run = Run.of("rules", "check", folder.toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains("transport.yaml:1:1: error: Missing key `importance` in the table."), run.err());
    }

    @Test
    void saysWhereAWordMayBeKnown() {
        Run unknown = Run.of("rules", "explain", "door-to-door");
        Run kind = Run.of("rules", "explain", "colour:red");
        Run own = Run.in(SmallTable.FOLDER, "", "rules", "explain", "door-to-floor", "--rules", ".");

        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("What a table of your own adds is known with --rules DIR."), unknown.err());
        assertTrue(kind.err().contains("The kinds in KIND:ID: transport, criterion, "), kind.err());
        assertTrue(own.err().contains("`door-to-floor`. Did you mean `door-to-door`?"), own.err());
        assertFalse(own.err().contains("--rules"), own.err());
    }

    @Test
    void catalogueIsListedByItsKind() {
        String list = Run.of("rules", "list", "--kind", "host").out();

        assertTrue(list.startsWith("Hosts\n"), list);
        assertTrue(list.contains("  *.ngrok.io\n"), list);
        assertFalse(Run.of("rules", "list").out().contains("*.ngrok.io"));
    }
}
