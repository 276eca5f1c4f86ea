package dev.transportadvisor.cli;

import static dev.transportadvisor.cli.FixableManifest.FIXED;
import static dev.transportadvisor.cli.FixableManifest.UNFIXED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program where something is missing, full, closed, forbidden or odd: status and files stay right. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SurroundingsIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = System.getProperty("packaged.jar");
    private static final String ANSWERS =
            Path.of("samples/deploy-bot.yaml").toAbsolutePath().toString();

    private static final String SOMEBODY = "setpriv --reuid 65534 --regid 65534 --clear-groups ";

    @TempDir
    Path folder;

    @BeforeEach
    void needsShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LC_ALL=C java",
                "LC_ALL=C.UTF-8 java -Duser.language=tr -Duser.country=TR",
                "TZ=Pacific/Chatham java -Dfile.encoding=UTF-16",
                "LC_ALL=no_SUCH java -Duser.language=ar -Duser.country=EG",
                "env -i java"
            })
    void writesTheSameBotEverywhere(String start) throws Exception {
        assumeJarOpens(start);
        Run.of("scaffold", ANSWERS, "-d", folder.resolve("here").toString());

        Finished run = shell(start.replace("java", "\"$java\"") + " -jar \"$jar\" scaffold \"$answers\" -d there");

        // Where there is no PATH, or Java cannot read it.
        assertTrue(run.err().isEmpty() || run.err().startsWith("note: A Java bot is built with "), run.err());
        assertEquals(0, run.status(), run.err());
        assertEquals(files(folder.resolve("here")), files(folder.resolve("there")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env -i java", "LC_ALL=C java -Duser.language=tr"})
    void writesTheSameAnswersEverywhere(String start) throws Exception {
        assumeJarOpens(start);
        String typed = "relay\nStellt Größen ein 😀\nmust\n";
        Path here = Files.createDirectory(folder.resolve("here"));
        Run.in(here, typed, "ask");
        Path input = Files.writeString(folder.resolve("typed"), typed);

        Finished run = shell(start.replace("java", "\"$java\"") + " -jar \"$jar\" ask < " + input.getFileName());

        assertEquals(2, run.status(), run.err());
        assertEquals(
                Files.readString(here.resolve("answers.yaml")), Files.readString(folder.resolve("answers.yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recommend \"$answers\"", "recommend \"$answers\" --format json", "rules list"})
    void aClosedStandardOutputIsNoSuccess(String command) throws Exception {
        Finished run = shell("\"$java\" -jar \"$jar\" " + command + " >&-");

        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Standard output cannot be written: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    /** Without its environment no bot could be started. */
    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-"})
    void aLocalSlackWhoseEnvironmentIsLostEnds(String output) throws Exception {
        assumeTrue(!output.contains("full") || Files.isWritable(Path.of("/dev/full")), "Skipped: needs /dev/full");

        Finished run = shell("\"$java\" -jar \"$jar\" simulate --port 0 " + output);

        assertEquals(2, run.status());
        String[] lines = run.err().split("\n");
        assertTrue(lines[lines.length - 1].startsWith("error: Standard output cannot be written: "), run.err());
        assertEquals(1, run.err().split("error: ", -1).length - 1, run.err());
    }

    @Test
    void aFullStandardErrorChangesNoStatus() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "Skipped: needs /dev/full");

        assertEquals(2, shell("\"$java\" -jar \"$jar\" recommend gone.yaml 2>/dev/full").status());
        assertEquals(2, shell("\"$java\" -jar \"$jar\" recommend gone.yaml 2>&-").status());
    }

    @Test
    void aClosedStandardInputIsAnInputThatCannotBeRead() throws Exception {
        Finished recommend = shell("\"$java\" -jar \"$jar\" recommend - <&-");
        assertEquals(2, recommend.status());
        assertTrue(recommend.err().startsWith("error: "), recommend.err());
    }

    /** A limit on the size of files is met like the end of a disk: in the middle of a file. */
    @Test
    void aFullDiskLeavesNoPartOfABot() throws Exception {
        Finished run = limited("scaffold \"$answers\" -d new/bot");

        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().matches("error: Cannot write \\S+/new/bot/\\S+: .+\\.\n"), run.err());
        assertEquals(List.of(), names(folder));
    }

    @Test
    void aFullDiskLeavesTheOldReport() throws Exception {
        Files.writeString(folder.resolve("report.json"), "old");

        Finished run = limited("recommend \"$answers\" --format json -o report.json");

        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().startsWith("error: report.json cannot be written: "), run.err());
        assertEquals(Map.of("report.json", "old"), files(folder));
    }

    @Test
    void aFullDiskLeavesTheOldAnswers() throws Exception {
        String old = Files.readString(Path.of(ANSWERS)) + "# why\n".repeat(200);
        Files.writeString(folder.resolve("answers.yaml"), old);

        Finished run = limited("ask --all <<-'EOF'\n\n\ncommands\nEOF\n");

        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().startsWith("error: answers.yaml cannot be written: "), run.err());
        assertEquals(Map.of("answers.yaml", old), files(folder));
    }

    @Test
    void aFullDiskLeavesTheOldManifests() throws Exception {
        String old = UNFIXED + "# why\n".repeat(200);
        Files.writeString(folder.resolve("a.yaml"), old);
        Files.writeString(folder.resolve("b.yaml"), UNFIXED);

        Finished run = limited("lint --fix .");

        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("error: a.yaml cannot be fixed: "), run.err());
        assertEquals(Map.of("a.yaml", old, "b.yaml", FIXED), files(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"| head -n 0", ">&-", "2>&-", "2>&1 | head -n 0", ">/dev/full", "2>/dev/full"})
    void whatIsFixedIsWrittenThoughNobodyReads(String output) throws Exception {
        assumeTrue(!output.contains("full") || Files.isWritable(Path.of("/dev/full")), "Skipped: needs /dev/full");
        Files.writeString(folder.resolve("a.yaml"), UNFIXED);

        shell("\"$java\" -jar \"$jar\" lint --fix . " + output);

        assertEquals(Map.of("a.yaml", FIXED), files(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LC_ALL=C java",
                "LC_ALL=C.UTF-8 java -Duser.language=tr -Duser.country=TR",
                "java -Dfile.encoding=UTF-16",
                "env -i java -Dfile.encoding=ISO-8859-1"
            })
    void fixesTheSameEverywhere(String start) throws Exception {
        assumeJarOpens(start);
        Files.writeString(folder.resolve("a.yaml"), "# Größe 😀\n" + UNFIXED);

        Finished run = shell(start.replace("java", "\"$java\"") + " -jar \"$jar\" lint --fix .");

        assertEquals("Fixed 1 finding in 1 file.\n", run.err());
        assertEquals(0, run.status(), run.out());
        assertEquals(Map.of("a.yaml", "# Größe 😀\n" + FIXED), files(folder));
    }

    /** Otherwise a run as root would take the files away from whoever works on them. */
    @Test
    void aFixedFileBelongsToWhomItBelonged() throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), UNFIXED);
        assumeTrue(shell("chown 65534:65534 a.yaml").status() == 0, "Skipped: needs root");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        assertEquals(0, shell("\"$java\" -jar \"$jar\" lint --fix a.yaml").status());

        assertEquals(FIXED, Files.readString(file));
        assertEquals(65534, Files.getAttribute(file, "unix:uid"));
        assertEquals(65534, Files.getAttribute(file, "unix:gid"));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Who may not give a file to its owner leaves it where it is. */
    @Test
    void aFixedFileOfSomebodyElseStaysTheirs() throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), UNFIXED);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assumeTrue(shell("chown 0:0 a.yaml").status() == 0, "Skipped: needs root");

        Finished run = shell(SOMEBODY + "\"$java\" -jar \"$jar\" lint --fix a.yaml");

        assertEquals(0, run.status(), run.err());
        assertEquals(FIXED, Files.readString(file));
        assertEquals(0, Files.getAttribute(file, "unix:uid"));
        assertEquals(0, Files.getAttribute(file, "unix:gid"));
        assertEquals("rw-rw-rw-", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** The shell has opened it for others as well, who go on to write to it. */
    @Test
    void theFileThatStandardOutputLeadsToIsNotReplaced() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "Skipped: needs /dev/stdout");
        Path file = Files.writeString(folder.resolve("report"), "");
        Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();

        String json = "\"$java\" -jar \"$jar\" recommend \"$answers\" --format json ";
        assertEquals(0, shell(json + "-o /dev/stdout > report").status());

        assertEquals(Run.of("recommend", ANSWERS, "--format", "json").out(), Files.readString(file));
        assertEquals(before, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    @Test
    void aDeviceThatIsFullIsNoReport() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "Skipped: needs /dev/full");

        Finished run = shell("\"$java\" -jar \"$jar\" recommend \"$answers\" -o /dev/full");

        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: /dev/full cannot be written: No space left on device."), run.err());
    }

    @Test
    void whatIsForbiddenIsSaid() throws Exception {
        Files.copy(Path.of(ANSWERS), folder.resolve("answers.yaml"));
        Files.copy(Path.of(ANSWERS), folder.resolve("secret.yaml"));
        Files.writeString(folder.resolve("manifest.yaml"), UNFIXED);
        Files.setPosixFilePermissions(folder.resolve("secret.yaml"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertForbidden("recommend secret.yaml", "secret.yaml: no permission to read this file.");
            assertForbidden("recommend answers.yaml -o report.txt", "report.txt cannot be written: no permission");
            assertForbidden("scaffold answers.yaml -d bot", "you have no permission to write");
            assertForbidden("scaffold answers.yaml -d new/bot", "you have no permission to write");
            assertForbidden("ask", "answers.yaml cannot be written: no permission");
            assertForbidden("lint --fix manifest.yaml", "manifest.yaml cannot be fixed: no permission");
            assertForbidden("lint secret.yaml", "secret.yaml: no permission to read this file.");
            assertEquals(List.of("answers.yaml", "manifest.yaml", "secret.yaml"), names(folder));
            assertEquals(UNFIXED, Files.readString(folder.resolve("manifest.yaml")));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void ofTwoRunsIntoOneFolderOneWins() throws Exception {
        Run.of("scaffold", ANSWERS, "-d", folder.resolve("whole").toString());
        String scaffold = "\"$java\" -jar \"$jar\" scaffold \"$answers\" -d new/bot";
        CompletableFuture<Finished> other = CompletableFuture.supplyAsync(() -> unchecked(scaffold));
        Finished one = shell(scaffold);

        assertEquals(2, one.status() + other.get(2, TimeUnit.MINUTES).status(), one.err());
        assertEquals(files(folder.resolve("whole")), files(folder.resolve("new/bot")));
        assertEquals(List.of("bot"), names(folder.resolve("new")));
    }

    @Test
    void twoRunsThatFixTheSameFilesFixThem() throws Exception {
        for (int i = 0; i < 50; i++) {
            Files.writeString(folder.resolve("m" + i + ".yaml"), UNFIXED);
        }
        String fix = "\"$java\" -jar \"$jar\" lint --fix .";
        CompletableFuture<Finished> other = CompletableFuture.supplyAsync(() -> unchecked(fix));
        Finished one = shell(fix);

        assertEquals(0, one.status() + other.get(2, TimeUnit.MINUTES).status(), one.err());
        Map<String, String> files = files(folder);
        assertEquals(50, files.size());
        assertTrue(files.values().stream().allMatch(FIXED::equals));
    }

    @Test
    void twoInterviewsLeaveTheAnswersOfOne() throws Exception {
        String ask = "printf 'relay\\nIt relays.\\nmust\\n' | \"$java\" -jar \"$jar\" ask";
        CompletableFuture<Finished> other =
                CompletableFuture.supplyAsync(() -> unchecked(ask.replace("relay", "deploy")));
        shell(ask);
        other.get(2, TimeUnit.MINUTES);

        assertEquals(List.of("answers.yaml"), names(folder));
        assertEquals(0, shell("\"$java\" -jar \"$jar\" recommend answers.yaml").status());
    }

    @Test
    void twoReportsIntoOneFileLeaveOneOfThem() throws Exception {
        String json = "\"$java\" -jar \"$jar\" recommend \"$answers\" -o report --format json";
        CompletableFuture<Finished> other = CompletableFuture.supplyAsync(() -> unchecked(json));
        Finished one = shell(json.replace("json", "markdown"));

        assertEquals(0, one.status() + other.get(2, TimeUnit.MINUTES).status());
        String report = files(folder).get("report");
        assertTrue(
                Stream.of("json", "markdown")
                        .map(format ->
                                Run.of("recommend", ANSWERS, "--format", format).out())
                        .anyMatch(report::equals),
                report);
        assertEquals(List.of("report"), names(folder));
    }

    /** Java falls back on the C locale where there is none, or none of this name. */
    private static void assumeJarOpens(String start) {
        if (start.matches("(LC_ALL=(C|no_SUCH)|env -i) .*")) {
            FileNames.assumeJavaOpensInAnyLocale(JAR);
        }
    }

    private Finished unchecked(String script) {
        try {
            return shell(script);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Finished limited(String command) throws IOException, InterruptedException {
        Finished run = shell("ulimit -f 1 || exit 99; \"$java\" -XX:-UsePerfData -jar \"$jar\" " + command);
        assumeTrue(run.status() != 99, "Skipped: needs a shell with ulimit -f");
        return run;
    }

    /** Root may write everywhere, so it becomes somebody else. */
    private void assertForbidden(String command, String reason) throws IOException, InterruptedException {
        String somebody = "";
        if (Files.isWritable(folder)) {
            somebody = SOMEBODY;
            assumeTrue(shell(somebody + "test -r \"$jar\"").status() == 0, "Skipped: needs a user other than root");
        }
        Finished run = shell(somebody + "\"$java\" -jar \"$jar\" " + command);
        assertEquals(2, run.status(), run.err());
        assertTrue(
                run.err().lines().anyMatch(line -> line.startsWith("error: ") && line.contains(reason)), run.err());
    }

    private Finished shell(String script) throws IOException, InterruptedException {
        List<String> command = List.of("sh", "-c", "java=$1 jar=$2 answers=$3; " + script, "sh", JAVA, JAR, ANSWERS);
        return Finished.run(folder, Map.of(), 120, command);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(paths::add);
        }
        for (Path path : paths) {
            files.put(root.relativize(path).toString(), Files.readString(path));
        }
        return files;
    }
}
