package dev.transportadvisor.cli.console;

import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.report.format.Style;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Help.Ansi;

/** The process that the program runs in: how it begins, what it reads and prints to, and how it ends. */
public final class ThisProcess {

    /** How long it may take to end without memory, ours: bots are killed in less, also on a busy machine. */
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private ThisProcess() {}

    /** To be called before anything else. */
    public static void setUp() {
        // Which of picocli's own converters not to load: none of our options needs them, and each start would pay.
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        // Nor to look for Groovy, which has Java open the jar and read the names of all that is in it.
        System.setProperty("picocli.disable.closures", "true");
        // On two cores, Java 17 would start a thread for each answer of a bot to the local Slack, whatever executor the
        // HTTP client has: CompletableFuture uses the common pool only from a parallelism of two on.
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            System.getProperties().putIfAbsent("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        }
    }

    /**
     * Its streams, in UTF-8 whatever the locale, since the same input gives the same bytes.
     *
     * @param out standard output
     */
    public static Console console(OutputStream out) {
        return new Console(
                System.in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN,
                Terminal.screen(),
                Path.of(""),
                program(System.getProperty("transport-advisor.program"), System.getProperty("java.class.path", "")),
                Terminal::isWatched);
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
                : Program.NAME;
    }

    /**
     * Ends it. {@link System#exit} would look for a logger first, from Java 21 on (JDK-8301627), which takes a tenth of
     * a run; and hooks are for runs that a signal ends. A process that is ending already waits for those that it has.
     */
    public static void end(ExitCode code) {
        if (isShuttingDown()) {
            System.exit(code.status());
        }
        Runtime.getRuntime().halt(code.status());
    }

    /** Ends it from any thread and whatever its state; what is done on a signal is done, but not for long. */
    public static void abort(ExitCode code) {
        try {
            limitEnd(code);
        } catch (OutOfMemoryError e) {
            // Nobody watches then, but what is done on a signal is not left out for that.
        }
        try {
            System.exit(code.status());
        } finally {
            Runtime.getRuntime().halt(code.status()); // there was not even enough left for that
        }
    }

    private static void limitEnd(ExitCode code) {
        Thread limit = new Thread(() -> {
            LockSupport.parkNanos(LONGEST_END.toNanos());
            Runtime.getRuntime().halt(code.status());
        });
        limit.setDaemon(true);
        limit.start();
    }

    /**
     * Whether a signal is ending it. Java takes no hook any more before it runs the first one, so whatever a hook has
     * done, this was true before.
     */
    public static boolean isShuttingDown() {
        try {
            onShutdown(() -> {}).cancel();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /**
     * Has something done when a signal ends the process.
     *
     * @throws IllegalStateException if one does already
     */
    public static ShutdownHook onShutdown(Runnable act) {
        Thread hook = new Thread(act);
        Runtime.getRuntime().addShutdownHook(hook);
        return new ShutdownHook(hook);
    }

    /** What is done when a signal comes before it is cancelled. */
    public record ShutdownHook(Thread hook) {

        public void cancel() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // A signal came at the last moment: it is being done.
            }
        }
    }
}
