package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.cli.lint.LintFormat;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintCommandTest {

    /** Has no finding. */
    private static final String GOOD =
            """
            display_information:
              name: deploy-bot
            features:
              bot_user:
                display_name: deploy-bot
              slash_commands:
                - command: /deploy-bot
                  description: Starts a deploy
            oauth_config:
              scopes:
                bot:
                  - commands
                  - chat:write
            settings:
              socket_mode_enabled: true
            """;

    /** Has one finding, an error on line 7: {@code command-without-url}. */
    private static final String BAD = GOOD.replace("socket_mode_enabled: true", "socket_mode_enabled: false");

    private static final String FOUND = ":7:16 error The command `/deploy-bot` has no url, and Socket Mode is off.";

    @TempDir
    Path folder;

    @BeforeEach
    void withFewRules() throws IOException {
        OnlyRules.write(folder, "command-without-url", "missing-key", "syntax-error", "wrong-type");
    }

    @Test
    void aManifestWithoutFindings() throws IOException {
        write("good.yaml", GOOD);
        assertEquals(new Run(0, "0 errors, 0 warnings, 0 notes in 1 file\n", ""), lint("good.yaml"));
    }

    @Test
    void aFindingWithItsPlaceAndRemedy() throws IOException {
        write("bad.yaml", BAD);
        assertEquals(
                new Run(
                        1,
                        """
                        bad.yaml%s [command-without-url]
                            7 |     - command: /deploy-bot
                                               ^^^^^^^^^^^
                                Give the command a url, or set settings.socket_mode_enabled to true.
                        1 error, 0 warnings, 0 notes in 1 file
                        """
                                .formatted(FOUND),
                        ""),
                lint("bad.yaml"));
    }

    /** Each format lists a thousand of them, says in one more how many are left, and adds up all where it adds up. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text   | And 499 more like it. [command-without-url]                  | 1500 errors, 0 warnings",
                "json   | \"count\": 500                                               | \"errors\": 1500",
                "sarif  | \"occurrenceCount\": 500                                     | And 499 more like it.",
                "github | title=command-without-url::                                  | And 499 more like it.%0A",
                "gitlab | \"check_name\": \"command-without-url\"                      | And 499 more like it. Give",
                "junit | <failure type=\"error\" | \"1001\" failures=\"1001\"",
            })
    void whatNobodyReadsIsCounted(String format, String listed, String total) throws IOException {
        String command = "    - command: /deploy-bot\n      description: Starts a deploy\n";
        write("bad.yaml", BAD.replace(command, command.repeat(1_500)));

        Run run = lint("bad.yaml", "--format", format);

        assertEquals(1, run.status());
        assertTrue(run.out().contains(listed), run.out());
        assertTrue(run.out().contains(total), run.out());
    }

    @ParameterizedTest
    @EnumSource
    void exitsAlikeInEveryFormat(LintFormat each) throws IOException {
        String format = each.name().toLowerCase(Locale.ROOT);
        write("good.yaml", GOOD);
        write("bad.yaml", BAD);
        assertAll(
                () -> assertEquals(0, lint("good.yaml", "--format", format).status()),
                () -> assertEquals(1, lint("good.yaml", "bad.yaml", "--format", format).status()),
                () -> assertEquals(2, lint("good.yaml", "bad.yaml", "none.yaml", "--format", format).status()),
                () -> assertEquals(0, lint("bad.yaml", "--format", format, "--config", severity("warning")).status()),
                () -> assertEquals(
                        1,
                        lint("bad.yaml", "--format", format, "--config", severity("note"), "--fail-on", "note")
                                .status()),
                () -> assertEquals(
                        0,
                        lint("bad.yaml", "--format", format, "--config", severity("note"), "--fail-on", "warning")
                                .status()));
    }

    private String severity(String level) throws IOException {
        return write(level + ".config.yaml", "schema: 1\nseverities: {command-without-url: " + level + "}\n");
    }

    @Test
    void readsStandardInputAndWritesAFile() throws IOException {
        Run run = Run.in(folder, BAD, "lint", "-", "-o", "report.txt");
        assertEquals(new Run(1, "", ""), run);
        assertTrue(Files.readString(folder.resolve("report.txt")).startsWith("<stdin>" + FOUND));
    }

    @Test
    void saysThatAFileHoldsAnswersAndStillChecksTheOthers() throws IOException {
        write("answers.yaml", "schema: 1\nbot: {name: deploy-bot}\n");
        write("good.yaml", GOOD);
        assertEquals(
                new Run(
                        2,
                        "0 errors, 0 warnings, 0 notes in 1 file\n",
                        "error: answers.yaml is an answers file, not an app manifest. See: transport-advisor recommend"
                                + " answers.yaml\n"),
                lint("answers.yaml", "good.yaml"));
        assertEquals(
                "error: <stdin> is an answers file, not an app manifest. See: transport-advisor recommend -\n",
                Run.in(folder, "{\"schema\": 1, \"bot\": {}}", "lint", "-").err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema: 1\nbots: {}\n", "bot: {schema: 1}\n", "- schema\n- bot\n", "schema: [bot\n"})
    void whatIsNeitherIsCheckedAsAManifest(String text) throws IOException {
        write("m.yaml", text);
        assertEquals(1, lint("m.yaml").status());
    }

    @Test
    void neverWritesOverAManifest() throws IOException {
        write("bad.yaml", BAD);
        Run run = lint("bad.yaml", "-o", "bad.yaml");
        assertEquals(2, run.status());
        assertEquals(BAD, Files.readString(folder.resolve("bad.yaml")));
    }

    /** Most files of these languages have nothing to do with Slack. */
    @Test
    void namesManifestsInOtherLanguagesInAFolder() throws IOException {
        OnlyRules.write(folder, "no-manifest", "syntax-error");
        Files.createDirectories(folder.resolve("bots"));
        write("bots/bot.jsonnet", "{display_information: {name: 'x'}}\n");
        write("bots/main.tf", "locals {\n  manifest = { display_information = { name = \"x\" } }\n}\n");
        write("bots/bot.toml", "[display_information]\nname = \"x\"\n");
        write("bots/main.go", "var bot = slack.Manifest{}\n");
        write("bots/map.yaml", "kind: ConfigMap\ndata:\n  bot.yaml: |\n    display_information: {name: x}\n");
        write("bots/variables.tf", "variable \"display_information\" {}\n");
        write("bots/Cargo.toml", "description = \"reads display_information = x\"\n");
        write("bots/util.go", "package bots // about display_information\n");
        write("bots/other.yaml", "kind: ConfigMap\ndata: {a: of display_information}\n");

        Run run = lint("bots");

        assertEquals(
                List.of("bots/bot.jsonnet:1:2", "bots/bot.toml:1:1", "bots/main.go:1:11", "bots/main.tf:2:16",
                        "bots/map.yaml:3:3"),
                run.out().lines()
                        .filter(line -> line.endsWith("[no-manifest]"))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        assertTrue(run.out().endsWith("5 errors, 0 warnings, 0 notes in 5 files\n"), run.out());
    }

    /** What is named as many other files are counts only if it is about Slack. */
    @Test
    void namesWhatAManifestIsMadeFromInAFolder() throws IOException {
        OnlyRules.write(folder, "no-manifest", "syntax-error");
        Files.createDirectories(folder.resolve("bots/web"));
        write("bots/manifest.ts", "import { Manifest } from 'deno-slack-sdk/mod.ts';\nexport default Manifest({});\n");
        write("bots/slack-manifest.js", "module.exports = {display_information: {name: process.env.NAME}};\n");
        write("bots/manifest.yaml.j2", GOOD + "{% if socket %}\n{% endif %}\n");
        write("bots/manifest.jsonc", "{\n  // Shown to people\n  \"display_information\": {}\n}\n");
        write("bots/export.json", "{\"ok\": true, \"manifest\": {\"display_information\": {\"name\": \"x\"}}}\n");
        write("bots/request.json", "{\"app_id\": \"A1\", \"manifest\": \"{\\\"display_information\\\": {}}\"}\n");
        write("bots/manifest.yaml.in", "display_information:\n  name: @NAME@\n");
        write("bots/manifest.rb", "MANIFEST = { display_information: { name: 'x' } }\n");
        write("bots/web/manifest.ts", "export default {name: 'A web app', icons: []};\n");
        write("bots/web/manifest.json", "{\"manifest_version\": 3, \"name\": \"An extension\"}\n");
        write("bots/web/answer.json", "{\"ok\": true, \"manifest\": {\"name\": \"A web app\"}}\n");
        write("bots/web/page.html.j2", "{% if x %}{% endif %}\n");

        Run run = lint("bots");

        assertEquals(
                List.of(
                        "bots/export.json:1:14",
                        "bots/manifest.jsonc:2:3",
                        "bots/manifest.rb:1:1",
                        "bots/manifest.ts:2:1",
                        "bots/manifest.yaml.in:2:9",
                        "bots/manifest.yaml.j2:16:1",
                        "bots/request.json:1:18",
                        "bots/slack-manifest.js:1:1"),
                run.out().lines()
                        .filter(line -> line.endsWith("[no-manifest]"))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        assertTrue(run.out().endsWith("8 errors, 0 warnings, 0 notes in 8 files\n"), run.out());
    }

    @Test
    void aFileThatCannotBeReadIsNoneThatWasChecked() {
        assertEquals("No file was checked.\n", lint("none.yaml").out());
    }

    @Test
    void searchesFolders() throws IOException {
        write("bots/z.yaml", BAD);
        write("bots/a/manifest.json", "{\"display_information\": {\"name\": \"a\"}, \"x\": \"\\/\"}");
        write("bots/flow.yml", "{display_information: {name: a}}");
        write("bots/docker-compose.yaml", "services: {}\n");
        write("bots/mentions.yaml", "text: 'display_information: is a key'\n");
        write("bots/readme.md", BAD);
        write("bots/node_modules/x/manifest.yaml", BAD);
        write("bots/target/manifest.yaml", BAD);
        write("bots/.hidden/manifest.yaml", BAD);
        write("outside/manifest.yaml", BAD);
        Files.createSymbolicLink(folder.resolve("bots/loop"), folder.resolve("bots"));
        Files.createSymbolicLink(folder.resolve("bots/out"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("bots/out.yaml"), folder.resolve("outside/manifest.yaml"));
        Files.write(folder.resolve("bots/picture.json"), new byte[] {0, 1, 2, (byte) 0xFF});
        Files.write(folder.resolve("bots/huge.json"), new byte[2 << 20]);
        for (String argument : List.of("bots", "./bots/", folder.resolve("bots").toString())) {
            String json = lint(argument, "--format", "junit").out();
            assertEquals(
                    List.of("bots/a/manifest.json", "bots/flow.yml", "bots/z.yaml"),
                    json.lines()
                            .filter(line -> line.contains("<testsuite "))
                            .map(line -> line.replaceFirst(".* name=\"([^\"]*)\".*", "$1"))
                            .toList());
        }
    }

    @Test
    void aBrokenManifestInAFolderIsNoOtherFile() throws IOException {
        write("bots/broken.yaml", "display_information:\n  name: a: b\n");
        write("bots/other.yaml", "a: b: c\n");
        Run run = lint("bots");
        assertTrue(run.out().startsWith("bots/broken.yaml:2:10 error "), run.out());
        assertTrue(run.out().contains(" [syntax-error]\n"), run.out());
        assertTrue(run.out().endsWith("1 error, 0 warnings, 0 notes in 1 file\n"), run.out());
    }

    @Test
    void aFolderWithoutManifestsDoesNotPassForAClean() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Run run = lint("empty");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: There is no manifest in empty: "), run.err());
    }

    @ParameterizedTest
    @CsvSource({"json, bots/back\\slash.yaml", "gitlab, bots/back\\slash.yaml", "sarif, bots/back%5Cslash.yaml"})
    void aBackslashInANameStaysOne(String format, String name) throws IOException {
        assumeTrue(File.separatorChar == '/', "needs a system on which a name can hold a backslash");
        write("bots/back\\slash.yaml", BAD);
        write(
                ".transport-advisor.yaml",
                "schema: 1\n"
                        + "suppressions: [{rule: command-without-url, file: bots/back/slash.yaml, reason: Another}]\n");
        for (String argument : List.of("bots", "bots/back\\slash.yaml")) {
            String report = lint(argument, "--format", format).out();
            assertTrue(report.contains("\"" + name.replace("\\", "\\\\") + "\""), report);
        }
    }

    @Test
    void eachFileOnceByPath() throws IOException {
        write("a/m.yaml", BAD);
        write("b.yaml", BAD);
        Run run = lint("b.yaml", "a", "./b.yaml", "a/m.yaml", ".");
        assertEquals(
                List.of("a/m.yaml", "b.yaml"),
                run.out()
                        .lines()
                        .filter(line -> line.contains(" error "))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    @Test
    void manyFilesInOneRunStayInOrder() throws IOException {
        List<String> names = IntStream.range(0, 2000)
                .mapToObj(i -> "bots/%03d/m%d.yaml".formatted(i * 7 % 500, i))
                .toList();
        for (String name : names) {
            write(name, BAD);
        }
        Run first = lint("bots");
        assertEquals(
                names.stream().sorted().toList(),
                first.out()
                        .lines()
                        .filter(line -> line.contains(" error "))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
        assertEquals(first, lint("bots"));
    }

    @Test
    void oneUnreadableFileDoesNotStopTheOthers() throws IOException {
        write("a.yaml", BAD);
        Files.write(folder.resolve("b.yaml"), "name: ü\n".getBytes(StandardCharsets.ISO_8859_1));
        write("c.yaml", BAD);
        Run run = lint("c.yaml", "none.yaml", "b.yaml", "a.yaml");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertTrue(run.out().contains("a.yaml" + FOUND), run.out()),
                () -> assertTrue(run.out().contains("c.yaml" + FOUND), run.out()),
                () -> assertTrue(run.out().endsWith("2 errors, 0 warnings, 0 notes in 2 files\n"), run.out()),
                () -> assertTrue(run.err().contains("b.yaml:1:7: error: The byte FC is not UTF-8 here."), run.err()),
                () -> assertTrue(run.err().endsWith("error: none.yaml: there is no such file.\n"), run.err()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty       | 1 | is empty.",
                "binary      | 2 | A NUL byte: this is no UTF-8 text file.",
                "utf-16      | 2 | is encoded in UTF-16 or UTF-32. Save it as UTF-8.",
                "latin-1     | 2 | is not UTF-8 here. Save the file as UTF-8.",
                "10 MB       | 2 | is larger than 1 MiB, the most that is read of one file.",
                "deep yaml   | 1 | Nested deeper than 64 levels. Flatten the document.",
                "deep json   | 1 | Nested deeper than 64 levels.",
                "alias bomb  | 1 | Aliases make this value stand for more than",
                "documents   | 1 | expected a single document in the stream",
                "only a list | 1 | The manifest must be a mapping",
            })
    void hostileInputEndsInASentence(String what, int status, String sentence) throws IOException {
        Files.write(folder.resolve("m.yaml"), hostile(what));
        Run run = lint("m.yaml");
        assertAll(
                () -> assertEquals(status, run.status()),
                () -> assertTrue((run.out() + run.err()).contains(sentence == null ? "" : sentence), run.toString()),
                () -> assertFalse((run.out() + run.err()).contains("bug"), run.toString()),
                () -> assertFalse((run.out() + run.err()).contains("\tat "), run.toString()));
    }

    private static byte[] hostile(String what) {
        return switch (what) {
            case "binary" -> new byte[] {1, 0, 2};
            case "utf-16" -> GOOD.getBytes(StandardCharsets.UTF_16);
            case "latin-1" -> "name: ü".getBytes(StandardCharsets.ISO_8859_1);
            case "10 MB" -> new byte[10_000_000];
            case "deep yaml" -> "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            case "deep json" -> "{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            case "alias bomb" -> bomb().getBytes(StandardCharsets.UTF_8);
            case "documents" -> (GOOD + "---\n" + GOOD).getBytes(StandardCharsets.UTF_8);
            case "only a list" -> "- a\n- b\n".getBytes(StandardCharsets.UTF_8);
            default -> new byte[0];
        };
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return text.toString();
    }

    @Test
    void theNearestConfigurationUpToTheRepositoryIsTaken() throws IOException {
        String hidden = "schema: 1\nsuppressions: [{rule: command-without-url, file: bots/bad.yaml, reason: Later}]\n";
        write("repository/bots/bad.yaml", BAD);
        Path bots = folder.resolve("repository/bots");
        write(".transport-advisor.yaml", hidden.replace("bots/", ""));
        assertEquals(1, Run.in(bots, "", "lint", "bad.yaml").status(), "not one outside of a repository");
        Files.createDirectory(folder.resolve("repository/.git"));
        assertEquals(1, Run.in(bots, "", "lint", "bad.yaml").status(), "not one above the repository");
        write("repository/.transport-advisor.yaml", hidden);
        assertEquals(0, Run.in(bots, "", "lint", "bad.yaml").status());
        write("repository/bots/.transport-advisor.yaml", "schema: 1\n");
        assertEquals(1, Run.in(bots, "", "lint", "bad.yaml").status(), "the nearest hides the others");
        assertEquals(
                0,
                Run.in(bots, "", "lint", "bad.yaml", "--config", "../.transport-advisor.yaml")
                        .status());
    }

    @Test
    void aWrongConfigurationIsNeverPassedOver() throws IOException {
        write("good.yaml", GOOD);
        write(".transport-advisor.yaml", "schema: 1\nseverities: {comand-without-url: off}\n");
        Run run = lint("good.yaml");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(
                        run.err().startsWith(".transport-advisor.yaml:2:14: error: There is no rule"
                                + " `comand-without-url`. Did you mean `command-without-url`?\n"),
                        run.err()));
        assertEquals(2, lint("good.yaml", "--config", "none.yaml").status());
    }

    @Test
    void whatIsSuppressedIsShownOnRequest() throws IOException {
        write("bad.yaml", BAD.replace("/deploy-bot\n", "/deploy-bot # advisor:ignore command-without-url -- Later\n"));
        assertEquals(new Run(0, "0 errors, 0 warnings, 0 notes in 1 file\n", ""), lint("bad.yaml"));
        Run text = lint("bad.yaml", "--show-suppressed");
        assertEquals(0, text.status());
        assertTrue(text.out().contains(":7:16 suppressed The command"), text.out());
        assertTrue(text.out().contains("\n        Later\n"), text.out());
        String sarif = lint("bad.yaml", "--show-suppressed", "--format", "sarif").out();
        assertTrue(sarif.contains("\"kind\": \"inSource\""), sarif);
        assertFalse(lint("bad.yaml", "--format", "sarif").out().contains("suppressions"));
    }

    @Test
    void aConfiguredSuppressionIsReportedWhereItStands() throws IOException {
        write("good.yaml", GOOD);
        write(
                ".transport-advisor.yaml",
                "schema: 1\nsuppressions:\n  - {rule: syntax-error, file: good.yaml, reason: None}\n");
        Run run = lint("good.yaml");
        assertTrue(run.out().startsWith(".transport-advisor.yaml:3:12 note "), run.out());
        assertEquals(0, run.status());
        assertEquals(1, lint("good.yaml", "--fail-on", "note").status());
    }

    @Test
    void aBaselineHidesWhatWasThereBefore() throws IOException {
        write("bots/a.yaml", BAD);
        write("bots/b.yaml", BAD);
        write("ci/.keep", "");
        Run written = lint("bots", "--baseline", "ci/known.json", "--write-baseline");
        assertEquals(
                new Run(0, "0 errors, 0 warnings, 0 notes in 2 files\n", "Wrote 2 entries to ci/known.json.\n"),
                written);
        assertEquals(
                """
                {
                  "schema": 1,
                  "findings": [ {
                    "file": "../bots/a.yaml",
                    "rule": "command-without-url",
                    "pointer": "/features/slash_commands/0/command"
                  }, {
                    "file": "../bots/b.yaml",
                    "rule": "command-without-url",
                    "pointer": "/features/slash_commands/0/command"
                  } ]
                }
                """,
                Files.readString(folder.resolve("ci/known.json")));

        write("bots/a.yaml", "# moved down\n" + BAD);
        write("bots/c.yaml", BAD);
        assertEquals(
                1, Run.in(folder.resolve("bots"), "", "lint", ".", "--baseline", "../ci/known.json").status());
        assertTrue(lint("bots", "--baseline", "ci/known.json").out().startsWith("bots/c.yaml:"));

        write("bots/b.yaml", GOOD);
        Files.delete(folder.resolve("bots/c.yaml"));
        Run stale = lint("bots/b.yaml", "--baseline", "ci/known.json");
        assertEquals(0, stale.status());
        assertEquals(
                "1 entry of ci/known.json matches nothing any more; --write-baseline drops it:\n"
                        + "  ../bots/b.yaml command-without-url /features/slash_commands/0/command\n",
                stale.err());
        assertEquals(
                "Wrote 1 entry to ci/known.json, without 1 that matched nothing any more.\n",
                lint("bots/b.yaml", "--baseline", "ci/known.json", "--write-baseline").err());
        assertFalse(Files.readString(folder.resolve("ci/known.json")).contains("b.yaml"));
        assertEquals(0, lint("bots", "--baseline", "ci/known.json").status());
    }

    /** The report would replace the baseline as soon as that is written. */
    @ParameterizedTest
    @ValueSource(strings = {"known.json", "./known.json", "bots/../known.json", "link.json", "here/known.json"})
    void neverWritesTheReportOverANewBaseline(String report) throws IOException {
        write("bots/bad.yaml", BAD);
        Files.createSymbolicLink(folder.resolve("link.json"), Path.of("known.json"));
        Files.createSymbolicLink(folder.resolve("here"), Path.of("."));

        Run run = lint("bots", "--baseline", "known.json", "--write-baseline", "-o", report);

        String refusal = folder.resolve(report) + " is an input of this command. Write the report to another file.";
        assertEquals(new Run(2, "", "error: " + refusal + "\n"), run);
        assertFalse(Files.exists(folder.resolve("known.json")));
        lint("bots", "--baseline", "known.json", "--write-baseline");
        assertEquals(run, lint("bots", "--baseline", "known.json", "--write-baseline", "-o", report));
    }

    @Test
    void aReportThatCannotBeMadeIsNoBaseline() throws IOException {
        write("bad.yaml", BAD);
        Run run = lint("bad.yaml", "--baseline", "known.json", "--write-baseline", "-o", "no-folder/known.json");
        assertTrue(run.err().contains("no-folder/known.json cannot be written: "), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--write-baseline                     | --write-baseline needs a file to write: add --baseline FILE.",
                "--baseline none.json                 | Add --write-baseline once to make it from what is found now.",
                "--baseline good.yaml                 | Missing key `schema` in the baseline.",
                "--rules rules                        | add --answers FILE.",
                "--answers none.yaml                  | none.yaml: there is no such file.",
                "--fail-on warn                       | 'warn' is no severity. Allowed: note, warning, error",
                "--format xml                         | 'xml' is no format. Allowed: text, json, sarif, github, junit,"
                        + " gitlab",
            })
    void wrongOptionsExitWithTwo(String options, String message) throws IOException {
        write("good.yaml", GOOD);
        Run run = lint(("good.yaml " + options).split(" "));
        assertEquals(2, run.status());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void placeholdersAreFilledInBeforeChecking() throws IOException {
        write("m.yaml", BAD.replace("socket_mode_enabled: false", "socket_mode_enabled: ${SOCKET}"));
        assertEquals(0, lint("m.yaml").status(), "nothing is held against a placeholder");
        assertEquals(1, lint("m.yaml", "--set", "SOCKET=false").status());
        assertEquals(0, lint("m.yaml", "--set", "SOCKET=true", "--set", "OTHER=a=b").status());
    }

    @Test
    void aValueThatNoManifestHasAPlaceForIsAWarning() throws IOException {
        write("m.yaml", GOOD.replace("Starts a deploy", "Starts a deploy on {{ .HOST }}"));
        write("n.yaml", GOOD.replace("Starts a deploy", "Starts ${WHAT}"));
        Run run = lint("m.yaml", "n.yaml", "--set", "ZONE=z", "--set", "WAHT=it", "--set", "HOST=a", "--set", "A=");
        assertEquals(
                new Run(
                        0,
                        "0 errors, 0 warnings, 0 notes in 2 files\n",
                        """
                        warning: --set `A`: no manifest has a placeholder of this name.
                        warning: --set `WAHT`: no manifest has a placeholder of this name. Did you mean `WHAT`?
                        warning: --set `ZONE`: no manifest has a placeholder of this name.
                        """),
                run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOCKET", "=true", ""})
    void aValueNeedsTheNameOfItsPlaceholder(String set) throws IOException {
        write("good.yaml", GOOD);
        assertEquals(
                "error: Invalid value for option '--set' (NAME=VALUE): a name, `=` and a value are needed, as in"
                        + " BOT_HOST=bots.acme.dev.\nSee: transport-advisor lint --help\n",
                lint("good.yaml", "--set", set).err());
    }

    @Test
    void helpShowsPlaceholdersAsTheyAreWritten() {
        String help = lint("--help").out();
        assertTrue(help.contains("${NAME}") && !help.contains("$$"), help);
    }

    @Test
    void aManifestInUtf16IsNotPassedOver() throws IOException {
        write("bots/good.yaml", GOOD);
        Files.writeString(folder.resolve("bots/utf16.yaml"), "\uFEFF" + GOOD, StandardCharsets.UTF_16LE);
        assertEquals(
                new Run(
                        2,
                        "0 errors, 0 warnings, 0 notes in 1 file\n",
                        "error: bots/utf16.yaml is encoded in UTF-16 or UTF-32. Save it as UTF-8.\n"),
                lint("bots"));
    }

    @Test
    void aBaselineKeepsANameThatNobodyCanSee() throws IOException {
        write("odd\u001b\n.yaml", BAD);
        lint(".", "--baseline", "known.json", "--write-baseline");
        assertEquals(0, lint(".", "--baseline", "known.json").status());
    }

    @Test
    void aBaselineWithAnImpossibleNameIsRefused() throws IOException {
        write("good.yaml", GOOD);
        write("old.json", """
                {"schema": 1,
                 "findings": [{"file": "a\\u0000", "rule": "x", "pointer": ""}]}
                """);
        Run run = lint("good.yaml", "--baseline", "old.json");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("old.json:2:24: error: No name of a file holds a NUL character."), run.err());
    }

    @Test
    void contradictoryAnswersDecideNothing() throws IOException {
        write("good.yaml", GOOD);
        Files.copy(Path.of("samples/conflict.yaml"), folder.resolve("answers.yaml"));
        Run run = lint("good.yaml", "--answers", "answers.yaml");
        assertEquals(1, run.status());
        assertEquals("0 errors, 0 warnings, 0 notes in 1 file\n", run.out());
        assertEquals(
                "answers.yaml: the answers lead to a conflict, so there is none to compare the"
                        + " manifests with.\nSee: transport-advisor recommend answers.yaml\n",
                run.err());
    }

    @Test
    void theManifestsOfAScaffoldedBotAreFine() {
        Run run = Run.of("lint", "src/main/resources/templates/contract", "--fail-on", "warning");
        assertEquals(0, run.status(), run.toString());
    }

    private Run lint(String... arguments) {
        return Run.in(
                folder,
                "",
                IntStream.rangeClosed(0, arguments.length)
                        .mapToObj(i -> i == 0 ? "lint" : arguments[i - 1])
                        .toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return name;
    }
}
