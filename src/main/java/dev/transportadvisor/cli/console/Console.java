package dev.transportadvisor.cli.console;

import dev.transportadvisor.report.format.Style;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * What a command reads from and prints to.
 *
 * @param in standard input
 * @param out for the result
 * @param err for everything about the run itself
 * @param style whether a terminal shows colours
 * @param screen what a person sits at
 * @param directory what relative paths start from
 * @param program how the program was started, for commands that a user can paste
 * @param watched whether a person watches standard error; to find out takes a moment
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Style style,
        Screen screen,
        Path directory,
        String program,
        BooleanSupplier watched) {

    /** A console whose standard error nobody watches. */
    public Console(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Style style,
            Screen screen,
            Path directory,
            String program) {
        this(in, out, err, style, screen, directory, program, () -> false);
    }

    /** What a person sits at. */
    public enum Screen {
        /** Nobody: input or output is a file or a pipe. */
        NONE,
        /** A terminal that shows one line after the other, as a screen reader wants it. */
        LINES,
        /** A terminal on which lines can be drawn anew. */
        DRAWN
    }

    /** The same, but what would be the result goes with what is about the run. */
    public Console withResultOnErr() {
        return new Console(in, err, err, Style.PLAIN, screen, directory, program, watched);
    }
}
