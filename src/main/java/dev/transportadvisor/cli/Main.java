package dev.transportadvisor.cli;

import dev.transportadvisor.report.ProblemFormatter;
import dev.transportadvisor.source.InputException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: finds the command, runs it, and turns what happened into a status for the shell. */
public final class Main implements Command {

    static final String NAME = "transport-advisor";

    public static void main(String[] arguments) {
        System.exit(run(Console.ofProcess(), arguments).status());
    }

    /** Runs one command line, without ending the process. */
    public static ExitCode run(Console console, String... arguments) {
        try {
            return dispatch(new CommandLine(new Main().spec()).parseArgs(arguments), console);
        } catch (ParameterException e) {
            console.err().print(usageProblem(e));
            return ExitCode.USAGE;
        } catch (InputException e) {
            console.err().print(new ProblemFormatter(console.style()).format(e));
            return ExitCode.USAGE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            console.err().print(bug(e));
            return ExitCode.FAILURE;
        }
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

    @Override
    public CommandSpec spec() {
        return Options.spec(this, NAME,
                        "Decides how Slack reaches a bot, explains why, and writes the bot.",
                        "Start with ask, or with an answers file; the samples folder holds some.",
                        "ask")
                .addSubcommand("ask", new AskCommand().spec())
                .addSubcommand("recommend", new RecommendCommand().spec())
                .addSubcommand("scaffold", new ScaffoldCommand().spec())
                .addSubcommand("rules", new RulesCommand().spec())
                .addOption(OptionSpec.builder("-V", "--version").type(boolean.class).description("Show the version.").build())
                .addOption(Options.help());
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

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String usageProblem(ParameterException e) {
        List<String> suggestions = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String guess = suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
        return "error: " + e.getMessage() + "." + guess + "\nSee: "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\n";
    }

    private static String bug(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "This is a bug in " + NAME + " " + version() + ", not in your input: " + e
                + (trace.length == 0 ? "" : " at " + trace[0]) + ".\nPlease report it together with the input.\n";
    }
}
