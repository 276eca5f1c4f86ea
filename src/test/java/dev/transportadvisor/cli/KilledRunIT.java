package dev.transportadvisor.cli;

import static dev.transportadvisor.cli.FixableManifest.FIXED;
import static dev.transportadvisor.cli.FixableManifest.UNFIXED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, ended from outside at any moment: what it writes is there as a whole or not at all. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KilledRunIT {

    private static final int KILLS = 50;

    /** It is by chance where a kill comes: so many, until one has come in the middle of a write. */
    private static final int AT_MOST = 500;

    private static final int MANIFESTS = 40;
    private static final int SIGNALS = 10;
    private static final int TERMINATED = 143;

    /** How long after its first trace on the disk a write may go on, in milliseconds. */
    private static final int A_WRITE = 40;

    private static final String HIDDEN = ".transport-advisor-";

    private final Random random = new Random(20261124);

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
    }

    @Test
    void aKilledScaffoldLeavesNothingOrTheWholeBot() throws Exception {
        Map<String, String> whole = wholeBot();
        int halfWay = 0;
        for (int kill = 0; kill < KILLS || halfWay == 0 && kill < AT_MOST; kill++) {
            Path home = Files.createDirectory(folder.resolve("kill" + kill));
            scaffoldEndedBy(Process::destroyForcibly, home);
            Path bot = home.resolve("bot");
            assertTrue(Files.notExists(bot) || files(bot).equals(whole), () -> "half a bot: " + home);
            halfWay += hidden(home).isEmpty() ? 0 : 1;
        }
        assertTrue(halfWay > 0, "No kill came while the bot was being written.");
    }

    @Test
    void aSignalLeavesNothingHidden() throws Exception {
        Map<String, String> whole = wholeBot();
        for (int signal = 0; signal < SIGNALS; signal++) {
            Path home = Files.createDirectory(folder.resolve("signal" + signal));
            int status = scaffoldEndedBy(Process::destroy, home);
            Path bot = home.resolve("bot");
            assertTrue(status == TERMINATED || status == 0, "status " + status);
            assertTrue(Files.notExists(bot) || files(bot).equals(whole), () -> "half a bot: " + home);
            assertEquals(Set.of(), hidden(home));
        }
    }

    @Test
    void aKilledInterviewLeavesOneOfTheTextsThatItWrites() throws Exception {
        List<String> typed = List.of(
                "", "Starts \"it\"", "commands", "container", "2", "true", "blocked", "unlisted", "should", "nice", "");
        String old = Files.readString(Path.of("samples/deploy-bot.yaml"));
        Set<String> texts = textsOfAnInterview(old, typed);
        assertTrue(texts.size() > 5, "The interview writes but " + texts.size() + " texts.");
        Set<String> seen = new TreeSet<>();
        for (int kill = 0; kill < KILLS || seen.size() < 2 && kill < AT_MOST; kill++) {
            Path home = Files.createDirectory(folder.resolve("kill" + kill));
            Path file = Files.writeString(home.resolve("answers.yaml"), old);
            Process run = start(home, String.join("\n", typed), "ask", "--all");
            endBy(Process::destroyForcibly, run, () -> !hidden(home).isEmpty() || !read(file).equals(old));
            assertTrue(texts.contains(read(file)), () -> "half written: " + read(file));
            seen.add(read(file));
        }
        assertTrue(seen.size() > 1, "No kill came between two answers.");
    }

    @Test
    void aKilledFixLeavesEachManifestAsItWasOrFixed() throws Exception {
        int halfWay = 0;
        for (int kill = 0; kill < KILLS || halfWay == 0 && kill < AT_MOST; kill++) {
            Path home = Files.createDirectory(folder.resolve("kill" + kill));
            for (int i = 0; i < MANIFESTS; i++) {
                Files.writeString(home.resolve("m" + i + ".yaml"), UNFIXED);
            }
            Process run = start(home, "", "lint", "--fix", ".");
            endBy(Process::destroyForcibly, run, () -> !hidden(home).isEmpty() || isFixed(home.resolve("m0.yaml")));
            int fixed = fixed(home);
            halfWay += fixed > 0 && fixed < MANIFESTS ? 1 : 0;
            assertNextRunFixesTheRest(home);
        }
        assertTrue(halfWay > 0, "No kill came while manifests were being fixed.");
    }

    /** How many are fixed; all others must be what they were. */
    private static int fixed(Path home) throws IOException {
        int fixed = 0;
        for (int i = 0; i < MANIFESTS; i++) {
            String text = read(home.resolve("m" + i + ".yaml"));
            assertTrue(text.equals(UNFIXED) || text.equals(FIXED), () -> "half written: " + text);
            fixed += text.equals(FIXED) ? 1 : 0;
        }
        return fixed;
    }

    /** What a kill leaves beside the manifests is none of them. */
    private static void assertNextRunFixesTheRest(Path home) throws IOException {
        Run next = Run.in(home, "", "lint", "--fix", ".");
        assertTrue(next.out().endsWith(" in " + MANIFESTS + " files\n"), next.out());
        assertEquals(MANIFESTS, fixed(home));
    }

    private static boolean isFixed(Path file) {
        return read(file).equals(FIXED);
    }

    private Map<String, String> wholeBot() throws IOException {
        Path bot = folder.resolve("whole");
        Run.of("scaffold", "samples/deploy-bot.yaml", "-d", bot.toString());
        return files(bot);
    }

    /** What the file holds before the interview and after each of its answers. */
    private Set<String> textsOfAnInterview(String old, List<String> typed) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (int answers = 0; answers <= typed.size(); answers++) {
            Path home = Files.createDirectory(folder.resolve("answers" + answers));
            Path file = Files.writeString(home.resolve("answers.yaml"), old);
            String input = String.join("\n", typed.subList(0, answers)) + "\n";
            Run.in(home, answers == 0 ? "" : input, "ask", "--all");
            texts.add(read(file));
        }
        return texts;
    }

    private int scaffoldEndedBy(End end, Path home) throws Exception {
        String answers = Path.of("samples/deploy-bot.yaml").toAbsolutePath().toString();
        Process run = start(home, "", "scaffold", answers, "-d", "bot");
        return endBy(end, run, () -> !hidden(home).isEmpty() || Files.exists(home.resolve("bot")));
    }

    private static Process start(Path home, String input, String... arguments) throws IOException {
        Path typed = Files.writeString(home.resolveSibling(home.getFileName() + ".in"), input);
        // The launcher becomes the program, so that it is the program that is ended.
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(Launcher.FILE.toString()), Stream.of(arguments)).toList())
                .directory(home.toFile())
                .redirectInput(typed.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Launcher.environment(Map.of()));
        return builder.start();
    }

    /** Ends a process a random moment after it began to write; one in ten at any moment since its start. */
    private int endBy(End end, Process run, Begun begun) throws Exception {
        try {
            boolean waits = random.nextInt(10) > 0;
            long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (waits && run.isAlive() && !begun.isTrue()) {
                assertTrue(System.nanoTime() < latest, "nothing written yet");
                Thread.onSpinWait();
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(A_WRITE * 1000));
            end.accept(run);
            assertTrue(run.waitFor(60, TimeUnit.SECONDS), "still running");
            return run.exitValue();
        } finally {
            run.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        }
    }

    private interface End {
        void accept(Process process);
    }

    private interface Begun {
        boolean isTrue() throws IOException;
    }

    private static Set<String> hidden(Path home) throws IOException {
        try (Stream<Path> paths = Files.list(home)) {
            return new TreeSet<>(paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(HIDDEN))
                    .toList());
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), read(path)));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
