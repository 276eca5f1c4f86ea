package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Values of options, as commands need them. */
public final class Arguments {

    private Arguments() {}

    /** The path of an option, based on the console's directory. */
    public static Optional<Path> path(ParseResult options, String name, Console console) {
        return Optional.<Path>ofNullable(options.matchedOptionValue(name, null)).map(console.directory()::resolve);
    }

    /** @throws InputException if the option names an alternative that the table does not have */
    public static Optional<Alternative> alternative(ParseResult options, String name, DecisionTable table) {
        Optional<String> id = Optional.ofNullable(options.matchedOptionValue(name, null));
        return id.map(text -> table.alternative(text).orElseThrow(() -> {
            List<String> allowed =
                    table.alternatives().stream().map(Alternative::id).toList();
            return new InputException(
                    Quoted.of(text) + " is no value for " + name + ". " + Suggestion.sentence(text, allowed));
        }));
    }
}
