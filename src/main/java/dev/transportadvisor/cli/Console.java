package dev.transportadvisor.cli;

import dev.transportadvisor.report.Shell;
import dev.transportadvisor.report.Style;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

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
 */
public record Console(
        InputStream in, PrintStream out, PrintStream err, Style style, Screen screen, Path directory, String program) {

    /** What a person sits at. */
    public enum Screen {
        /** Nobody: input or output is a file or a pipe. */
        NONE,
        /** A terminal that shows one line after the other, as a screen reader wants it. */
        LINES,
        /** A terminal on which lines can be drawn anew. */
        DRAWN
    }

    /** The streams of the process, in UTF-8 whatever the locale, since the same input gives the same bytes. */
    static Console ofProcess(OutputStream out) {
        return new Console(
                System.in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN,
                screen(System.getenv()),
                Path.of(""),
                program(System.getProperty("transport-advisor.program"), System.getProperty("java.class.path", "")));
    }

    private static Screen screen(Map<String, String> environment) {
        if (!isTerminal(System.console())) {
            return Screen.NONE;
        }
        boolean simple =
                environment.getOrDefault("TERM", "dumb").equals("dumb") || environment.containsKey("ACCESSIBLE");
        return simple ? Screen.LINES : Screen.DRAWN;
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return console != null
                    && (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * With {@code java -jar} the class path is the jar, as the user named it.
     *
     * @param launcher how the launcher was called; null without one
     */
    private static String program(String launcher, String classPath) {
        if (launcher != null) {
            return Shell.quote(launcher);
        }
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? "java -jar " + Shell.quote(classPath)
                : Main.NAME;
    }
}
