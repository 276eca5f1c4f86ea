package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow: the packaged drill, as a user starts it. */
class DrillIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of(System.getProperty("packaged.jar", "")).toAbsolutePath().toString();

    @TempDir
    Path folder;

    @Test
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        Path pid = folder.resolve("pid");
        Process drill = new ProcessBuilder(
                        JAVA, "-jar", JAR, "drill", "--transport", "socket-mode", "--", "sh", "-c",
                        "sleep 600 & echo $! > " + pid + "; wait")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while ((!Files.exists(pid) || Files.size(pid) == 0) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            long bot = Long.parseLong(Files.readString(pid).strip());
            assertTrue(ProcessHandle.of(bot).isPresent());
            Finished.run(folder, Map.of(), 30, List.of("sh", "-c", "kill -INT " + drill.pid()));
            assertTrue(drill.waitFor(60, TimeUnit.SECONDS));
            assertEquals(130, drill.exitValue());
            end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (isRunning(bot) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertFalse(isRunning(bot));
        } finally {
            drill.descendants().forEach(ProcessHandle::destroyForcibly);
            drill.destroyForcibly();
        }
    }

    /** Ctrl-C reaches the build, too, which may be over before the drill notices. By chance: so it is tried often. */
    @Test
    void saysNothingOfABotWhoseBuildWasInterruptedWithIt() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.exists(Path.of(bin, "bash"))),
                "Skipped: needs bash");
        Path hooks = Files.createDirectories(folder.resolve(".slack")).resolve("hooks.json");
        Files.writeString(hooks, "{\"hooks\": {\"start\": \"true\"}}");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Launcher.executable(folder.resolve("mvnw"), "echo $$ > begun\nexec sleep 60\n");
        // With job control, so that the drill and what it starts are a group, as at a terminal.
        String script = "set -m; exec 3>&2 2>/dev/null; \"$@\" 2>&3 &"
                + " until [ -s begun ]; do sleep 0.05; done; kill -INT -- -$!; wait $!";
        for (int run = 0; run < 10; run++) {
            Files.deleteIfExists(folder.resolve("begun"));
            List<String> command = List.of("bash", "-c", script, "", JAVA, "-jar", JAR, "drill", ".");
            Finished drill = Finished.run(folder, Map.of(), 60, command);
            assertEquals(new Finished(130, "", ""), drill);
        }
    }

    /** What was killed stays in the list of processes, as a zombie, until somebody asks for its status. */
    private static boolean isRunning(long pid) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            return ProcessHandle.of(pid).isPresent()
                    && !(Files.exists(stat) && Files.readString(stat).contains(") Z "));
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
