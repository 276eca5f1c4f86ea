package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.source.Quoted;
import java.util.Optional;

/**
 * The decision that manifests are compared with.
 *
 * @param transport the id of the recommended transport, if there is one
 * @param conflict why there is none although there are answers
 */
record LintDecision(Optional<String> transport, Optional<String> conflict) {

    static LintDecision of(LintOptions options, Console console) {
        return options.answers()
                .map(path -> of(path, Knowledge.at(options.rules(), console), console))
                .orElse(new LintDecision(Optional.empty(), Optional.empty()));
    }

    private static LintDecision of(String path, Knowledge knowledge, Console console) {
        DecisionTable table = knowledge.table();
        Recommendation recommendation = Recommendation.of(
                table, knowledge.answers(table, new Inputs(console).read(path)).answers());
        Optional<String> transport = recommendation.outcome().recommended().map(Alternative::id);
        Optional<String> conflict = Optional.of(Quoted.visible(path)
                        + ": the hard constraints contradict each other, so there is no transport to compare the"
                        + " manifests with.\nSee: " + console.program() + " recommend " + Shell.quote(path) + "\n")
                .filter(sentence -> transport.isEmpty());
        return new LintDecision(transport, conflict);
    }
}
