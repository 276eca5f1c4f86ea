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
record RulesExplainOptions(String word, KnowledgeFormat format, Optional<Path> output, Optional<Path> rules) {

    private static final Argument<List<String>> WORD =
            Parameters.several("WORD", "What to explain, alone or as KIND:ID; a label may have several words.");

    static final List<Argument<?>> ALL = List.of(WORD, KnowledgeFormat.OPTION, Options.OUTPUT, Options.RULES);

    static RulesExplainOptions of(ParseResult parsed) {
        return new RulesExplainOptions(
                String.join(" ", WORD.in(parsed)),
                KnowledgeFormat.OPTION.in(parsed),
                Options.OUTPUT.in(parsed),
                Options.RULES.in(parsed));
    }
}
