package dev.transportadvisor.cli;

import dev.transportadvisor.cli.ask.AskCommand;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.StandardOutput;
import dev.transportadvisor.cli.drill.DrillCommand;
import dev.transportadvisor.cli.lint.LintCommand;
import dev.transportadvisor.cli.recommend.RecommendCommand;
import dev.transportadvisor.cli.rules.RulesCommand;
import dev.transportadvisor.cli.scaffold.ScaffoldCommand;
import dev.transportadvisor.cli.simulate.SimulateCommand;
import dev.transportadvisor.report.ProblemFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: finds the command, runs it, and turns what happened into a status for the shell. */
public final class Main implements Command {

    public static final String NAME = "transport-advisor";

    /** Java takes the encoding of file names from the locale, and knows no letters beyond ASCII in the C locale. */
    private static final String LOCALE = "error: A path holds characters that this locale cannot express."
            + " Set LC_ALL to a UTF-8 locale, such as C.UTF-8.\n";

    private static final String MEMORY = "error: Java has run out of memory. Give it less to do at a time, or more"
            + " memory: JAVA_TOOL_OPTIONS=-Xmx1g.\n";

    private static final String THREADS = "error: The system lets Java start no more threads. Raise the limit of"
            + " processes, which ulimit -u shows, or that of the container.\n";

    public static void main(String[] arguments) {
        setUp();
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        ExitCode code = run(Console.ofProcess(out), out, arguments);
        removeBrokenArchive(System.getProperty("transport-advisor.archive"));
        end(code.status());
    }

    /**
     * Ends the process. {@link System#exit} would look for a logger first, from Java 21 on (JDK-8301627), which takes
     * a tenth of a run; and hooks are for runs that a signal ends. A process that is ending already waits for those
     * that it has.
     */
    private static void end(int status) {
        if (isEnding()) {
            System.exit(status);
        }
        Runtime.getRuntime().halt(status);
    }

    /**
     * Whether a signal is ending the process. Java takes no hook any more before it runs the first one, so whatever a
     * hook has done, this was true before.
     */
    public static boolean isEnding() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /**
     * Runs one command line, and tells when its output is not whole.
     *
     * @param out what the output of the console goes to
     */
    static ExitCode run(Console console, StandardOutput out, String... arguments) {
        ExitCode code = run(console, arguments);
        console.out().flush();
        out.failure().ifPresent(reason -> console.err()
                .print("error: Standard output cannot be written: " + reason + ".\n"));
        return out.failure().isPresent() ? ExitCode.USAGE : code;
    }

    private static void setUp() {
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

    /** Java says nothing about an archive that it cannot use, and goes on without. */
    private static void removeBrokenArchive(String archive) {
        if (archive != null && !System.getProperty("java.vm.info", "").contains("sharing")) {
            ClassArchive.remove(archive);
        }
    }

    /** Runs one command line, without ending the process. */
    public static ExitCode run(Console console, String... arguments) {
        try {
            CommandSpec tree = new Main().tree(List.of(arguments));
            return dispatch(new CommandLine(tree).setExpandAtFiles(false).parseArgs(arguments), console);
        } catch (ParameterException e) {
            console.err().print(usageProblem(e));
            return ExitCode.USAGE;
        } catch (InputException e) {
            // Plain, since standard error may be a file while a terminal shows the rest.
            console.err().print(new ProblemFormatter(Style.PLAIN).format(e));
            return ExitCode.USAGE;
        } catch (OutOfMemoryError e) {
            console.err().print(isAboutThreads(e) ? THREADS : MEMORY);
            return ExitCode.FAILURE;
        } catch (RuntimeException | Error e) {
            boolean locale = Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(InvalidPathException.class::isInstance);
            console.err().print(locale ? LOCALE : bug(e));
            return locale ? ExitCode.USAGE : ExitCode.FAILURE;
        }
    }

    /** Java makes no difference but in the words, from {@code JVM_StartThread}. */
    private static boolean isAboutThreads(OutOfMemoryError e) {
        return String.valueOf(e.getMessage()).contains("native thread");
    }

    private static ExitCode dispatch(ParseResult parsed, Console console) {
        ParseResult options = parsed;
        while (options.hasSubcommand() && !options.isUsageHelpRequested()) {
            options = options.subcommand();
        }
        CommandSpec spec = options.commandSpec();
        if (options.isUsageHelpRequested()) {
            console.out().print(spec.commandLine().getUsageMessage(Ansi.OFF));
            return ExitCode.OK;
        }
        return ((Command) spec.userObject()).run(options, console);
    }

    /** Every command with all of its options, as completion scripts and manual pages describe them. */
    public static CommandSpec everyCommand() {
        return new Main().tree(List.of());
    }

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        NAME,
                        "Decides how Slack reaches a bot, checks its manifest, writes the bot and proves it.",
                        "Start with ask, or with an answers file; the samples folder holds some.",
                        "ask")
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .description("Show the version.")
                        .build())
                .addOption(Options.help());
    }

    @Override
    public List<Subcommand> subcommands() {
        return List.of(
                new Subcommand("ask", AskCommand::new),
                new Subcommand("recommend", RecommendCommand::new),
                new Subcommand("scaffold", ScaffoldCommand::new),
                new Subcommand("lint", LintCommand::new),
                new Subcommand("simulate", SimulateCommand::new),
                new Subcommand("drill", DrillCommand::new),
                new Subcommand("rules", RulesCommand::new));
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        if (options.hasMatchedOption("--version")) {
            console.out().println(NAME + " " + version());
            return ExitCode.OK;
        }
        console.err().print(options.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        return ExitCode.USAGE;
    }

    public static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String usageProblem(ParameterException e) {
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String guess = suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
        return "error: " + Quoted.visible(e.getMessage()) + "." + guess + "\nSee: "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\n";
    }

    private static String bug(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "This is a bug in " + NAME + " " + version() + ", not in your input: "
                + Quoted.visible(e.toString()) + (trace.length == 0 ? "" : " at " + trace[0])
                + ".\nPlease report it together with the input.\n";
    }
}
