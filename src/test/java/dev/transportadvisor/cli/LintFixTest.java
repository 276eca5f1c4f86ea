package dev.transportadvisor.cli;

import static dev.transportadvisor.cli.FixableManifest.FIXED;
import static dev.transportadvisor.cli.FixableManifest.UNFIXED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.Corpus;
import dev.transportadvisor.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint --fix} and {@code lint --diff}. */
class LintFixTest {

    private static final String CLEAN = "0 errors, 0 warnings, 0 notes in 1 file\n";

    @TempDir
    Path folder;

    @BeforeEach
    void withFewRules() throws IOException {
        OnlyRules.write(
                folder, "event-without-scope", "events-without-transport", "syntax-error", "unknown-key");
    }

    @Test
    void writesWhatCanBeFixedAndReportsTheRest() throws IOException {
        write("a.yaml", UNFIXED);
        write("b/c.yaml", UNFIXED.replace("socket_mode_enabled: true", "socket_mode_enabled: false"));
        write("good.yaml", FIXED);

        Run run = lint("--fix", ".");

        assertEquals("Fixed 2 findings in 2 files.\n", run.err());
        assertEquals(1, run.status());
        assertTrue(run.out().startsWith("b/c.yaml:12:3 error Events are subscribed,"), run.out());
        assertTrue(run.out().endsWith("\n1 error, 0 warnings, 0 notes in 3 files\n"), run.out());
        assertEquals(FIXED, read("a.yaml"));
        assertEquals(FIXED, read("good.yaml"));
    }

    @Test
    void fixingTwiceChangesNothing() throws IOException {
        write("bot.yaml", UNFIXED);
        assertEquals(new Run(0, CLEAN, "Fixed 1 finding in 1 file.\n"), lint("--fix", "bot.yaml"));
        assertEquals(new Run(0, CLEAN, "Nothing to fix.\n"), lint("--fix", "bot.yaml"));
        assertEquals(FIXED, read("bot.yaml"));
    }

    /** What was not read may hold something. */
    @Test
    void doesNotSayThatThereIsNothingToFixWhereSomethingWasNotRead() throws IOException {
        write("bot.yaml", FIXED);
        Run run = lint("--fix", "bot.yaml", "");
        assertEquals(new Run(2, CLEAN, "error: The name of the file is empty.\n"), run);
    }

    @Test
    void keepsTheByteOrderMarkAndTheLineBreaks() throws IOException {
        write("bot.yaml", "\uFEFF" + UNFIXED.replace("\n", "\r\n"));
        lint("--fix", "bot.yaml");
        assertArrayEquals(
                ("\uFEFF" + FIXED.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(folder.resolve("bot.yaml")));
    }

    @Test
    void writesThroughALinkAndKeepsPermissions() throws IOException {
        assumePosix();
        Path real = write("real/bot.yaml", UNFIXED);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("bot.yaml"), real);

        lint("--fix", "bot.yaml");

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(FIXED, Files.readString(real));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
        try (Stream<Path> files = Files.list(folder.resolve("real"))) {
            assertEquals(List.of(real), files.toList(), "no draft is left");
        }
    }

    @Test
    void leavesAReadOnlyFileAndSaysSo() throws IOException {
        assumePosix();
        Path file = write("bot.yaml", UNFIXED);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        Run run = lint("--fix", "bot.yaml");

        assertEquals(2, run.status());
        assertEquals(
                "error: bot.yaml cannot be fixed: no permission. Make the file and its folder writable, or see the"
                        + " changes with --diff.\n",
                run.err(),
                "nor that there is nothing to fix");
        assertEquals(UNFIXED, read("bot.yaml"));
    }

    @Test
    void saysWhatItFixedBesideAFileThatCannotBeRead() throws IOException {
        write("bot.yaml", UNFIXED);
        assertEquals(
                "Fixed 1 finding in 1 file.\nerror: none.yaml: there is no such file.\n",
                lint("--fix", "bot.yaml", "none.yaml").err());
        assertEquals("error: none.yaml: there is no such file.\n", lint("--fix", "bot.yaml", "none.yaml").err());
    }

    @Test
    void printsTheFixedManifestFromStandardInput() {
        Run run = Run.in(folder, UNFIXED, "lint", "--fix", "-");
        assertEquals(new Run(0, FIXED, "Fixed 1 finding in 1 file.\n" + CLEAN), run);
    }

    @Test
    void printsWhatItCannotParseAsItIs() {
        Run run = Run.in(folder, "a: [", "lint", "--fix", "-");
        assertEquals("a: [", run.out());
        assertEquals(1, run.status());
    }

    @Test
    void showsWhatItWouldChangeAndWritesNothing() throws IOException {
        write("bot.yaml", UNFIXED);
        write("no-last-break.json", "{\"display_information\": {\"nam\": \"b\"},\n\"settings\": {}}");
        write("crlf.yaml", UNFIXED.replace("\n", "\r\n"));
        write("good.yaml", FIXED);

        Run run = lint("--diff", "bot.yaml", "no-last-break.json", "crlf.yaml", "good.yaml");

        Golden.assertMatches("lint/fixes.diff", run.out().replace("\r", "<CR>"));
        assertEquals(UNFIXED, read("bot.yaml"));
        assertEquals(lint("bot.yaml", "no-last-break.json", "crlf.yaml", "good.yaml").status(), run.status());
        assertTrue(run.err().startsWith("--fix would fix 3 findings in 3 files.\n"), run.err());
        assertTrue(run.err().contains("\nbot.yaml:13:9 error The event `app_mention` needs"), run.err());
    }

    @Test
    void takesOneOfTheTwoOptions() throws IOException {
        write("bot.yaml", UNFIXED);
        Run run = lint("--diff", "--fix", "bot.yaml");
        assertEquals(2, run.status());
        assertEquals(UNFIXED, read("bot.yaml"));
    }

    @Test
    void leavesWhatIsSuppressedOrInTheBaseline() throws IOException {
        write("bot.yaml", UNFIXED);
        String ignore = " # advisor:ignore event-without-scope -- a test";
        write("quiet.yaml", UNFIXED.replace("- app_mention", "- app_mention" + ignore));
        lint("--baseline", "baseline.json", "--write-baseline", "bot.yaml");

        Run run = lint("--fix", "--baseline", "baseline.json", "bot.yaml", "quiet.yaml");

        assertEquals("Nothing to fix.\n", run.err());
        assertEquals(UNFIXED, read("bot.yaml"));
    }

    @Test
    void leavesPlaceholdersThatAreFilledInForTheCheck() throws IOException {
        write("bot.yaml", UNFIXED.replace("- app_mention", "- ${EVENT}\n      - app_mention"));

        Run run = lint("--fix", "--set", "EVENT=member_joind_channel", "bot.yaml");

        assertEquals("Fixed 1 finding in 1 file.\n", run.err());
        assertEquals(FIXED.replace("- app_mention\n", "- ${EVENT}\n      - app_mention\n"), read("bot.yaml"));
    }

    @Test
    void tellsSarifWhatToEdit() throws IOException {
        write("bot.yaml", UNFIXED);
        String sarif = lint("--format", "sarif", "bot.yaml").out();
        assertTrue(sarif.contains("Add `app_mentions:read` to `oauth_config.scopes.bot`"), sarif);
        assertTrue(sarif.contains("\"insertedContent\""), sarif);
    }

    /** Real files in a folder: findings get fewer, and a second run has nothing to do. */
    @Test
    void fixesRealManifests() throws IOException {
        for (SourceFile file : Corpus.manifests()) {
            write(Path.of(file.path()).getFileName().toString(), file.content());
        }
        int before = lint("--format", "json", ".").out().split("\"rule\":").length;

        Run first = lint("--format", "json", "--fix", ".");
        int after = first.out().split("\"rule\":").length;

        assertTrue(first.err().matches("(?s).*Fixed \\d+ findings in \\d+ files\\.\n"), first.err());
        assertTrue(after < before, before + " findings before, " + after + " after");
        Run second = lint("--format", "json", "--fix", ".");
        assertEquals(first.out(), second.out());
        assertTrue(second.err().endsWith("Nothing to fix.\n"), second.err());
        assertFalse(second.out().contains("syntax-error"));
    }

    private static void assumePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs a file system with owners and permissions");
    }

    private Run lint(String... arguments) {
        return Run.in(folder, "", Stream.concat(Stream.of("lint"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
