package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.ExitCode;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What a thread comes to an end of that nobody waits for. A program without memory lives on, deaf, so it is ended;
 * whatever else it is, the other threads go on.
 *
 * @param end ends the process
 */
record Uncaught(PrintStream err, Consumer<ExitCode> end) implements Thread.UncaughtExceptionHandler {

    /** One thread after the other: where memory runs out, it does so in several, and the first has the word. */
    @Override
    public synchronized void uncaughtException(Thread thread, Throwable thrown) {
        try {
            err.print(Failure.of(thrown).message());
        } finally {
            if (Failure.isExhaustion(thrown)) {
                end.accept(ExitCode.FAILURE);
            }
        }
    }
}
