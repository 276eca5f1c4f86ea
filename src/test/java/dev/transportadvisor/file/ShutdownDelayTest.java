package dev.transportadvisor.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ShutdownDelayTest {

    /** Time enough to end a program that waits for nothing. */
    private static final Duration A_SLOW_DISK = Duration.ofMillis(100);

    @Test
    void doesTheWork() throws IOException {
        List<String> done = new ArrayList<>();
        ShutdownDelay.during(() -> done.add("written"));
        assertEquals(List.of("written"), done);
    }

    @Test
    void passesOnWhyItFailed() {
        IOException full = new IOException("No space left on device");
        assertSame(
                full,
                assertThrows(
                        IOException.class,
                        () -> ShutdownDelay.during(() -> {
                            throw full;
                        })));
    }

    @Test
    void anEndingProcessWaitsForWhatHasBegunAndBeginsNothing() throws Exception {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Ending.class.getName());
        Finished ended = Finished.run(Path.of("."), Map.of(), 60, java);
        assertEquals(
                """
                begun
                the program is being ended
                through
                """,
                ended.out());
        assertEquals(0, ended.status());
    }

    /** A program that is ended while it writes, and then would write more. */
    static final class Ending {

        public static void main(String... arguments) throws IOException {
            ShutdownDelay.during(() -> {
                System.out.println("begun");
                new Thread(() -> System.exit(0)).start();
                System.out.println(refusal());
                LockSupport.parkNanos(A_SLOW_DISK.toNanos());
                System.out.println("through");
            });
        }

        /** Begins again and again, until the program is being ended. */
        private static String refusal() throws IOException {
            while (true) {
                try {
                    ShutdownDelay.during(Thread::onSpinWait);
                } catch (IOException e) {
                    return e.getMessage();
                }
            }
        }
    }
}
