package dev.transportadvisor.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.report.format.Style;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Thread> asking = new CompletableFuture<>();

    @Test
    @Timeout(60)
    void showsHowFarLongWorkIsAndLeavesNothingBehind() throws Exception {
        try (Progress progress = new Progress(console(true), 3, AT_ONCE, AT_ONCE)) {
            progress.step();
            while (!shown().contains("Checked 1 of 3 files")) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        assertTrue(shown().endsWith("\r\u001b[K"), shown());
    }

    @Test
    @Timeout(60)
    void showsNothingWhereNobodyWatches() throws Exception {
        try (Progress progress = new Progress(console(false), 3, AT_ONCE, AT_ONCE)) {
            progress.step();
            awaitIdle(asking.get());
        }
        assertEquals("", shown());
    }

    /** Until it has done all that it does at this time. */
    private static void awaitIdle(Thread timer) throws InterruptedException {
        while (timer.getState() != Thread.State.WAITING && timer.getState() != Thread.State.TIMED_WAITING) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void doesNotEvenAskForShortWork() {
        try (Progress progress = new Progress(console(true), 3, Duration.ofHours(1), AT_ONCE)) {
            progress.step();
        }
        assertFalse(asking.isDone());
        assertEquals("", shown());
    }

    private Console console(boolean isWatched) {
        return new Console(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Style.PLAIN,
                Console.Screen.NONE,
                Path.of(""),
                Program.NAME,
                () -> {
                    asking.complete(Thread.currentThread());
                    return isWatched;
                });
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
