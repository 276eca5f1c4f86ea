package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    @Timeout(10)
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
    void showsNothingWhereNobodyWatches() throws Exception {
        try (Progress progress = new Progress(console(false), 3, AT_ONCE, AT_ONCE)) {
            progress.step();
            assertTrue(asked.await(10, TimeUnit.SECONDS));
        }
        assertEquals("", shown());
    }

    @Test
    void doesNotEvenAskForShortWork() {
        try (Progress progress = new Progress(console(true), 3, Duration.ofHours(1), AT_ONCE)) {
            progress.step();
        }
        assertEquals(1, asked.getCount());
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
                Main.NAME,
                () -> {
                    asked.countDown();
                    return isWatched;
                });
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
