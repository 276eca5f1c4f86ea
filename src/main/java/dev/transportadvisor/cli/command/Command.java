package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: its options, and what it does with them. */
public interface Command {

    /** The command's options and help; the command itself is the spec's user object. */
    CommandSpec spec();

    /** The commands below this one, in the order of its help. */
    default List<Subcommand> subcommands() {
        return List.of();
    }

    /** @throws dev.transportadvisor.source.InputException if an input cannot be used */
    ExitCode run(ParseResult options, Console console);

    /**
     * The spec of this command with those of the commands below it. Where the arguments begin with the name of one,
     * the others are left out: nothing can ask for them any more, and to make them costs time at each start.
     */
    default CommandSpec tree(List<String> arguments) {
        CommandSpec spec = spec();
        for (Subcommand subcommand : chosen(arguments)) {
            List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
            spec.addSubcommand(subcommand.name(), subcommand.command().get().tree(rest));
        }
        return spec;
    }

    private List<Subcommand> chosen(List<String> arguments) {
        for (Subcommand subcommand : subcommands()) {
            if (!arguments.isEmpty() && subcommand.name().equals(arguments.get(0))) {
                return List.of(subcommand);
            }
        }
        return subcommands();
    }

    /** A command that is made when it is needed. */
    record Subcommand(String name, Supplier<Command> command) {}
}
