package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code rules explain} says.
 *
 * @param rules the folder of a decision table of the user's own
 */
record RulesExplainOptions(String id, KnowledgeFormat format, Optional<Path> output, Optional<Path> rules) {

    private static final Argument<String> ID = Parameters.required("ID", "An id from rules list, or from a report.");

    static final List<Argument<?>> ALL = List.of(ID, KnowledgeFormat.OPTION, Options.OUTPUT, Options.RULES);

    static RulesExplainOptions of(ParseResult parsed) {
        return new RulesExplainOptions(
                ID.in(parsed),
                KnowledgeFormat.OPTION.in(parsed),
                Options.OUTPUT.in(parsed),
                Options.RULES.in(parsed));
    }
}
