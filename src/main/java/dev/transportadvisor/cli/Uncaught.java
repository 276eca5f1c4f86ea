package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.ExitCode;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What a thread comes to an end of that nobody waits for. A program without memory lives on, deaf, so it is ended;
 * whatever else it is, the other threads go on.
 */
final class Uncaught implements Thread.UncaughtExceptionHandler {

    private static final int BYTES = 1 << 19;

    private final PrintStream err;
    private final Consumer<ExitCode> end;

    /** Let go when memory has run out, so that there is some to say so, and to end the bots of a drill. */
    private byte[] reserve = new byte[BYTES];

    /** @param end ends the process */
    Uncaught(PrintStream err, Consumer<ExitCode> end) {
        this.err = err;
        this.end = end;
    }

    /** One thread after the other: where memory runs out, it does so in several, and the first has the word. */
    @Override
    public synchronized void uncaughtException(Thread thread, Throwable thrown) {
        reserve = null;
        try {
            err.print(Failure.of(thrown).message());
        } finally {
            if (Failure.isExhaustion(thrown)) {
                end.accept(ExitCode.FAILURE);
            }
        }
    }
}
