package dev.transportadvisor.cli.console;

import dev.transportadvisor.cli.Main;
import dev.transportadvisor.report.Shell;
import dev.transportadvisor.report.Style;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

    /** The streams of the process, in UTF-8 whatever the locale, since the same input gives the same bytes. */
    public static Console ofProcess(OutputStream out) {
        return new Console(
                System.in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN,
                screen(System.getenv()),
                Path.of(""),
                program(System.getProperty("transport-advisor.program"), System.getProperty("java.class.path", "")),
                () -> isWatched(System.getenv()));
    }

    /** Java knows only whether both input and output are terminals, so this asks the system. */
    private static boolean isWatched(Map<String, String> environment) {
        if (environment.containsKey("CI") || environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return false;
        }
        try {
            return new ProcessBuilder("sh", "-c", "test -t 2")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
