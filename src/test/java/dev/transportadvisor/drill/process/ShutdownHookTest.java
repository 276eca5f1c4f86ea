package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownHookTest {

    @Test
    void endsWhatHasStarted() throws Exception {
        ShutdownHook hook = ShutdownHook.ready();
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        Process process = hook.start(builder);
        try {
            assertTrue(process.isAlive());
            hook.run();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
            hook.remove();
        }
    }

    @Test
    void standsReadyBeforeAnythingHasStarted() {
        ShutdownHook hook = ShutdownHook.ready();
        assertDoesNotThrow(hook::run);
        hook.remove();
        assertFalse(Runtime.getRuntime().removeShutdownHook(hook), "it was removed");
    }
}
