package dev.transportadvisor.decision.check;

import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example of what a table should decide, and so a test of it.
 *
 * @param because why the expected outcome is right
 * @param recommended the alternative that should be recommended; empty for a conflict
 * @param decidedBy what it should be decided by; empty for a conflict
 * @param fired ids of rules that must have fired
 */
public record DecisionCase(
        String id,
        String because,
        Answers answers,
        Optional<Alternative> recommended,
        Optional<DecidedBy> decidedBy,
        List<String> fired,
        Location location) {

    public DecisionCase {
        fired = List.copyOf(fired);
    }

    /** What a table decides differently from what the case expects, as sentences; none if it holds. */
    public List<String> differences(DecisionTable table) {
        Evaluation evaluation = Evaluation.of(table, answers);
        String expected = describe(recommended, decidedBy);
        String actual = describe(evaluation.outcome());
        List<String> firedIds = evaluation.fired().stream().map(Rule::id).toList();
        String silent = fired.stream().filter(rule -> !firedIds.contains(rule)).collect(Collectors.joining("`, `"));
        return Stream.of(
                        expected.equals(actual) ? "" : "Expected " + expected + ", but the table gives " + actual + ".",
                        silent.isEmpty() ? "" : "Expected to fire, but silent: `" + silent + "`.")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Such as {@code `socket-mode` decided by constraint}, or {@code a conflict}. */
    public static String describe(Outcome outcome) {
        return outcome instanceof Outcome.Recommended recommended
                ? describe(Optional.of(recommended.alternative()), Optional.of(recommended.decidedBy()))
                : describe(Optional.empty(), Optional.empty());
    }

    private static String describe(Optional<Alternative> alternative, Optional<DecidedBy> decidedBy) {
        return alternative
                .map(winner -> "`" + winner.id() + "` decided by "
                        + decidedBy.map(DecidedBy::word).orElse("anything"))
                .orElse("a conflict");
    }
}
