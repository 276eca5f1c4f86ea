package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
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
        Evaluation evaluation = Evaluation.of(
                table, knowledge.answers(table, new Inputs(console).read(path)).answers());
        Optional<String> transport = evaluation.outcome().recommended().map(Alternative::id);
        Optional<String> conflict = Optional.of(undecided(evaluation.outcome(), path, console))
                .filter(sentence -> transport.isEmpty());
        return new LintDecision(transport, conflict);
    }

    private static String undecided(Outcome outcome, String path, Console console) {
        return Quoted.visible(path) + ": the answers lead to "
                + (outcome instanceof Outcome.NotNeeded ? "no transport, since none is needed" : "a conflict")
                + ", so there is none to compare the manifests with.\nSee: " + console.program() + " recommend "
                + Shell.quote(path) + "\n";
    }
}
