package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    @Test
    void endsAlsoAProcessThatItWasNeverToldOf() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Skipped: needs the processes of Linux in /proc");
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        ProcessTree tree = ProcessTree.marking(builder.environment());
        Process process = builder.start();
        try {
            tree.kill();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }
}
