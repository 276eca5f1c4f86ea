package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.ProblemFormatter;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Why a command came to no end of its own, in the words that a person needs. */
record Failure(ExitCode code, String message) {

    /** Java takes the encoding of file names from the locale, and knows no letters beyond ASCII in the C locale. */
    private static final Failure LOCALE = new Failure(
            ExitCode.USAGE,
            "error: A path holds characters that this locale cannot express. Set LC_ALL to a UTF-8 locale, such as"
                    + " C.UTF-8.\n");

    private static final Failure MEMORY = new Failure(
            ExitCode.FAILURE,
            "error: Java has run out of memory. Give it less to do at a time, or more memory:"
                    + " JAVA_TOOL_OPTIONS=-Xmx1g.\n");

    private static final Failure THREADS = new Failure(
            ExitCode.FAILURE,
            "error: The system lets Java start no more threads. Raise the limit of processes, which ulimit -u shows, or"
                    + " that of the container.\n");

    static Failure of(Throwable thrown) {
        if (thrown instanceof ParameterException e) {
            return new Failure(ExitCode.USAGE, usage(e));
        }
        if (thrown instanceof InputException e) {
            // Plain, since standard error may be a file while a terminal shows the rest.
            return new Failure(ExitCode.USAGE, new ProblemFormatter(Style.PLAIN).format(e));
        }
        if (isExhaustion(thrown)) {
            return isAboutThreads(thrown) ? THREADS : MEMORY;
        }
        return isAboutLocale(thrown) ? LOCALE : new Failure(ExitCode.FAILURE, bug(thrown));
    }

    /** Whether Java has run out of something, in whatever thread; without a stream, which would need memory. */
    static boolean isExhaustion(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** Java makes no difference but in the words, from {@code JVM_StartThread}. */
    private static boolean isAboutThreads(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("native thread")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutLocale(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(InvalidPathException.class::isInstance);
    }

    private static String usage(ParameterException e) {
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String guess = suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
        return "error: " + Quoted.visible(e.getMessage()) + "." + guess + "\nSee: "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\n";
    }

    private static String bug(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return "This is a bug in " + Program.NAME + " " + Program.version() + ", not in your input: "
                + Quoted.visible(thrown.toString()) + (trace.length == 0 ? "" : " at " + trace[0])
                + ".\nPlease report it together with the input.\n";
    }
}
