package dev.transportadvisor.cli;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.StandardOutput;
import dev.transportadvisor.cli.console.ThisProcess;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program: finds the command that a command line names, and runs it. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        ThisProcess.setUp();
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Console console = ThisProcess.console(out);
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught(console.err(), ThisProcess::abort));
        ExitCode code = run(console, out, arguments);
        if (code == ExitCode.FAILURE) {
            ThisProcess.abort(code); // what could not end itself, such as a bot, ends with a hook
        }
        ThisProcess.end(code);
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

    /** Runs one command line, without ending the process. */
    public static ExitCode run(Console console, String... arguments) {
        try {
            CommandSpec tree = new RootCommand().tree(List.of(arguments));
            return dispatch(new CommandLine(tree).setExpandAtFiles(false).parseArgs(arguments), console);
        } catch (RuntimeException | Error e) {
            Failure failure = Failure.of(e);
            console.err().print(failure.message());
            return failure.code();
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

    /** Every command with all of its options, as completion scripts and manual pages describe them. */
    public static CommandSpec everyCommand() {
        return new RootCommand().tree(List.of());
    }
}
