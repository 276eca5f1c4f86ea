package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.drill.Polling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotProcessTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Says that it runs, starts a helper, and ends with 7 when it gets SIGTERM; the helper would run for a minute. */
    private static final String BOT_WITH_HELPER =
            """
            import java.nio.file.*;
            class Bot {
                public static void main(String[] files) throws Exception {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(7)));
                    new ProcessBuilder("sleep", "60").start();
                    Files.writeString(Path.of(files[0]), "runs");
                    Thread.sleep(60_000);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void sigtermGoesToTheBotBehindItsShellAndNotToTheBotsHelper() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(folder.resolve("Bot.java"), BOT_WITH_HELPER);
        try (BotProcess bot = start("'" + java + "' Bot.java runs; exit $?")) {
            assertTrue(Polling.until(() -> Files.exists(folder.resolve("runs")), LONG), () -> "" + bot.log());
            bot.terminate();
            assertEquals(OptionalInt.of(7), bot.await(LONG));
        }
    }

    @Test
    void nothingIsLeftOfWhatHasLeftItsParentBehind() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Skipped: needs the processes of Linux in /proc");
        try (BotProcess bot = start("(sleep 60 & echo $! > orphan)")) {
            assertEquals(OptionalInt.of(0), bot.await(LONG));
        }
        long orphan = Long.parseLong(Files.readString(folder.resolve("orphan")).strip());
        assertTrue(Polling.until(() -> !isAlive(orphan), LONG));
    }

    /**
     * Four hundred at first, so that it takes long to ask for each what it has started; and one that starts its
     * successor and ends. Both stop by themselves after a minute, whatever becomes of the test.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "while [ $((n+=1)) -lt 1600 ]; do sleep 60 & [ $n -lt 400 ] || { touch runs; sleep 0.05; }; done",
                "echo 'touch runs; sleep 0.05; [ $1 -gt 1200 ] || sh heir $(($1+1)) &' > heir; sh heir 1 & sleep 60"
            })
    void aBotThatForksTwentyTimesASecondIsGoneInSeconds(String script) {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Skipped: needs the processes of Linux in /proc");
        BotProcess bot = start(script);
        assertTrue(Polling.until(() -> Files.exists(folder.resolve("runs")), LONG), () -> "" + bot.log());
        assertTimeoutPreemptively(Duration.ofSeconds(30), bot::close);
        assertEquals(List.of(), whatRunsIn(folder));
    }

    /** A process that is dead and that nobody has asked for its status has no folder any more. */
    private static List<Long> whatRunsIn(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(process -> isWorkingFolder(folder, process))
                .toList();
    }

    private static boolean isWorkingFolder(Path folder, long process) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process + "/cwd"), folder);
        } catch (IOException e) {
            return false; // it has ended, or belongs to somebody else
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private BotProcess start(String script) {
        return BotProcess.start(new BotCommand(List.of("sh", "-c", script), folder, Map.of()), Map.of());
    }
}
