package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecommendCommandTest {

    private static final String DEPLOY_BOT = "samples/deploy-bot.yaml";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "deploy-bot, socket-mode, 0", "deploy-bot, events-api, 1",
        "audit-bot, events-api, 0", "audit-bot, socket-mode, 1",
        "nothing-known-yet, events-api, 1", "conflict, socket-mode, 1",
    })
    void exitsWithOneWhenTheExpectedTransportIsNotRecommended(String sample, String expected, int status) {
        assertEquals(
                status,
                Run.of("recommend", "samples/" + sample + ".yaml", "--expect", expected)
                        .status());
    }

    @Test
    void namesTheAnswersThatAnExpectationFailedOn() {
        Run excluded = Run.of("recommend", DEPLOY_BOT, "--expect", "events-api");
        Run outscored = Run.of("recommend", "samples/audit-bot.yaml", "--expect", "socket-mode");
        Run derived = Run.of("recommend", "samples/many-replicas.yaml", "--expect", "socket-mode");
        Run unknown = Run.of("recommend", "samples/nothing-known-yet.yaml", "--expect", "events-api");
        assertAll(
                () -> assertEquals(
                        """
                        Expected `events-api`, but the answers lead to `socket-mode` decided by constraint.
                        Because of:
                          no-public-endpoint: must (no public endpoint: Events API no)
                        """,
                        excluded.err()),
                () -> assertTrue(
                        outscored
                                .err()
                                .contains("  must-not-miss-events: true (must not miss events: Socket Mode partly)\n"),
                        outscored.err()),
                () -> assertFalse(outscored.err().contains("private-infrastructure"), outscored.err()),
                () -> assertTrue(derived.err().contains("  replicas: 12 ("), derived.err()),
                () -> assertTrue(unknown.err().contains("This is a default with low confidence"), unknown.err()));
    }

    @Test
    void printsTheReportOfAnUnmetExpectationToo() {
        assertEquals(
                Run.of("recommend", DEPLOY_BOT).out(),
                Run.of("recommend", DEPLOY_BOT, "--expect", "events-api").out());
    }

    @Test
    void readsStandardInput() throws IOException {
        Run run = Run.withInput(Files.readString(Path.of(DEPLOY_BOT)), "recommend", "-", "--format", "json");
        assertEquals(Run.of("recommend", DEPLOY_BOT, "--format", "json"), run);
    }

    @Test
    void putsADateOnRecordOnlyWhenAskedTo() {
        assertTrue(Run.of("recommend", DEPLOY_BOT, "--format", "markdown", "--date", "2026-11-24")
                .out()
                .startsWith("---\nstatus: accepted\ndate: 2026-11-24\n---\n"));
        assertTrue(Run.of("recommend", DEPLOY_BOT, "--format", "markdown")
                .out()
                .startsWith("---\nstatus: accepted\n---\n"));
    }

    @Test
    void writesTheReportToAFileAndReplacesIt() throws IOException {
        FileNames.assumeThisLocaleHas("décision 1.md");
        Path report = folder.resolve("décision 1.md");
        Files.writeString(report, "old");
        Run run = Run.of("recommend", DEPLOY_BOT, "--format", "markdown", "--output", report.toString());
        assertEquals("", run.out());
        assertEquals(Run.of("recommend", DEPLOY_BOT, "--format", "markdown").out(), Files.readString(report));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(report), files.toList());
        }
    }

    /** Where it stands for an input, {@code -} is no file. */
    @Test
    void takesAFileOfTheNameOfStandardInputForNoInput() throws IOException {
        Run run = Run.in(folder, Files.readString(Path.of(DEPLOY_BOT)), "recommend", "-", "-o", "-");

        assertEquals(new Run(0, "", ""), run);
        assertTrue(Files.readString(folder.resolve("-")).startsWith("deploy-bot: Socket Mode"));
    }

    @Test
    void neverWritesTheReportOverTheAnswers() throws IOException {
        Path answers = Files.copy(Path.of(DEPLOY_BOT), folder.resolve("answers.yaml"));
        Run run = Run.in(folder, "", "recommend", "answers.yaml", "-o", "../" + folder.getFileName() + "/answers.yaml");
        assertEquals(2, run.status());
        assertEquals(Files.readString(Path.of(DEPLOY_BOT)), Files.readString(answers));
    }

    @Test
    void neverWritesAReportOverATableThatItReads() throws IOException {
        Path table = Files.copy(Path.of("rules/transport.yaml"), folder.resolve("transport.yaml"));
        Path cases = Files.copy(Path.of("rules/transport.cases.yaml"), folder.resolve("transport.cases.yaml"));
        String own = folder.toString();
        assertAll(
                () -> assertEquals(
                        2,
                        Run.of("recommend", DEPLOY_BOT, "--rules", own, "-o", table.toString())
                                .status()),
                () -> assertEquals(
                        2,
                        Run.of("rules", "list", "--rules", own, "-o", table.toString())
                                .status()),
                () -> assertEquals(
                        2,
                        Run.of("rules", "explain", "hosting", "--rules", own, "-o", table.toString())
                                .status()),
                () -> assertEquals(
                        2, Run.of("rules", "check", own, "-o", cases.toString()).status()),
                () -> assertEquals(-1, Files.mismatch(Path.of("rules/transport.yaml"), table)),
                () -> assertEquals(-1, Files.mismatch(Path.of("rules/transport.cases.yaml"), cases)));
    }

    @Test
    void keepsThePermissionsOfAFileAndFollowsALinkToIt() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "Skipped: needs POSIX permissions");
        Path report = Files.writeString(folder.resolve("report.md"), "old");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), report);
        Run.of("recommend", DEPLOY_BOT, "-o", link.toString());
        assertAll(
                () -> assertTrue(Files.isSymbolicLink(link)),
                () -> assertEquals(Run.of("recommend", DEPLOY_BOT).out(), Files.readString(report)),
                () -> assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(report))));
    }

    @Test
    void theRecordOfAConflictSaysWhatItsCommandDoes() {
        String record = Run.of("recommend", "samples/conflict.yaml", "--format", "markdown")
                .out();
        assertTrue(record.startsWith("---\nstatus: proposed\n"), record);
        assertTrue(record.contains("exits with 1 for as long as no transport is left"), record);
    }

    @Test
    void whatIsNotNeededMeetsNoExpectation() {
        Run run = Run.of("recommend", "samples/webhook-only.yaml", "--expect", "socket-mode");

        assertEquals(1, run.status());
        assertTrue(
                run.err().startsWith("Expected `socket-mode`, but the answers lead to no transport at all"),
                run.err());
        assertEquals(0, Run.of("recommend", "samples/webhook-only.yaml").status());
    }

    @Test
    void anUnsureOrContradictoryRecordIsOnlyProposed() {
        for (String sample : List.of("mixed", "contradiction", "nothing-known-yet", "webhook-only")) {
            String record = Run.of("recommend", "samples/" + sample + ".yaml", "--format", "markdown")
                    .out();
            assertTrue(record.startsWith("---\nstatus: proposed\n"), record);
        }
    }

    @Test
    void aDateIsForTheRecordOnly() {
        assertEquals(2, Run.of("recommend", DEPLOY_BOT, "--date", "2026-11-24").status());
    }

    @Test
    void saysWhichOutputCannotBeWritten() {
        Run run = Run.of(
                "recommend",
                DEPLOY_BOT,
                "-o",
                folder.resolve("no/such/folder.md").toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains("no/such/folder.md cannot be written"), run.err());
    }

    @Test
    void takesATableOfOnesOwn() throws IOException {
        String table =
                Files.readString(Path.of("rules/transport.yaml")).replace("must: {weight: 5", "must: {weight: 50");
        Files.writeString(folder.resolve("transport.yaml"), table);
        String json = Run.of("recommend", DEPLOY_BOT, "--rules", folder.toString(), "--format", "json")
                .out();
        assertTrue(json.contains("\"socket-mode\": 50.0"), json);
    }

    static List<String> badInputs() throws IOException {
        try (Stream<Path> files = Files.list(Golden.path("input"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    /** One bad answers file a case, with the whole of what is said about it. */
    @ParameterizedTest
    @MethodSource("badInputs")
    void saysWhatIsWrongWithTheAnswers(String name) {
        Run run = Run.of("recommend", Golden.path("input/" + name).toString());
        assertAll(
                () -> Golden.assertMatches("input/" + name + ".expected", run.err()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(2, run.status()));
    }
}
