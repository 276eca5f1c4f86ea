package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command of the program. */
public interface Command {

    CommandDescription description();

    /** The commands below this one, in the order of its help. */
    default List<Subcommand> subcommands() {
        return List.of();
    }

    /**
     * By default, for a command that only holds others, says how they are called.
     *
     * @throws dev.transportadvisor.source.InputException if an input cannot be used
     */
    default ExitCode run(ParseResult parsed, Console console) {
        console.err().print(parsed.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        return ExitCode.USAGE;
    }

    /**
     * This command for picocli, with those below it. Where the words begin with the name of one, the others are left
     * out: nothing can ask for them any more, and to make them costs time at each start.
     */
    default CommandSpec tree(List<String> words) {
        CommandSpec spec = description().spec(this);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        chosen(words).forEach(below -> spec.addSubcommand(below.name(), below.command().get().tree(rest)));
        return spec;
    }

    private List<Subcommand> chosen(List<String> words) {
        List<Subcommand> named = subcommands().stream()
                .filter(below -> !words.isEmpty() && below.name().equals(words.get(0)))
                .toList();
        return named.isEmpty() ? subcommands() : named;
    }

    /** A command that is made when it is needed. */
    record Subcommand(String name, Supplier<Command> command) {}
}
