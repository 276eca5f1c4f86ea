package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a thread comes to an end of that nobody waits for. */
class UncaughtTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<ExitCode> ends = new ArrayList<>();
    private final Uncaught uncaught = new Uncaught(new PrintStream(err, true, StandardCharsets.UTF_8), ends::add);

    @Test
    void memoryThatRunsOutEndsTheProgram() {
        uncaught.uncaughtException(new Thread(), new CompletionException(new OutOfMemoryError("Java heap space")));
        assertTrue(said().startsWith("error: Java has run out of memory. "), said());
        assertEquals(List.of(ExitCode.FAILURE), ends);
    }

    @Test
    void threadsThatRunOutEndItToo() {
        uncaught.uncaughtException(new Thread(), new OutOfMemoryError("unable to create native thread: possibly"));
        assertTrue(said().startsWith("error: The system lets Java start no more threads. "), said());
        assertEquals(List.of(ExitCode.FAILURE), ends);
    }

    @Test
    void anythingElseIsSaid() {
        uncaught.uncaughtException(new Thread(), new IllegalStateException("oops"));
        assertTrue(said().contains("This is a bug in "), said());
        assertEquals(List.of(), ends);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
