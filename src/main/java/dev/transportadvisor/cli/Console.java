package dev.transportadvisor.cli;

import dev.transportadvisor.report.Shell;
import dev.transportadvisor.report.Style;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads from and prints to.
 *
 * @param in standard input
 * @param out for the result
 * @param err for everything about the run itself
 * @param style whether a terminal shows colours
 * @param directory what relative paths start from
 * @param program how the program was started, for commands that a user can paste
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Style style, Path directory, String program) {

    /** The streams of the process, in UTF-8 whatever the locale, since the same input gives the same bytes. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN,
                Path.of(""),
                program(System.getProperty("java.class.path", "")));
    }

    /** With {@code java -jar} the class path is the jar, as the user named it. */
    private static String program(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? "java -jar " + Shell.quote(classPath)
                : Main.NAME;
    }
}
