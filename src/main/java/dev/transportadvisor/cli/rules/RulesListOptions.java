package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.report.knowledge.KnowledgeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code rules list} says.
 *
 * @param rules the folder of a decision table of the user's own
 */
record RulesListOptions(
        KnowledgeFormat format, Optional<KnowledgeKind> kind, Optional<Path> output, Optional<Path> rules) {

    private static final Argument<Optional<KnowledgeKind>> KIND =
            Options.choice("--kind", "KIND", "kind", KnowledgeKind.class, "List only these");

    static final List<Argument<?>> ALL = List.of(KnowledgeFormat.OPTION, KIND, Options.OUTPUT, Options.RULES);

    static RulesListOptions of(ParseResult parsed) {
        return new RulesListOptions(
                KnowledgeFormat.OPTION.in(parsed),
                KIND.in(parsed),
                Options.OUTPUT.in(parsed),
                Options.RULES.in(parsed));
    }
}
