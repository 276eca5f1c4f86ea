package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private BotProcess start(String script) {
        return BotProcess.start(new BotCommand(List.of("sh", "-c", script), folder, Map.of()), Map.of());
    }
}
