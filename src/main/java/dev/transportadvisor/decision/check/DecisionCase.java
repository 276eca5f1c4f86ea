package dev.transportadvisor.decision.check;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An example of what a table should decide, and so a test of it.
 *
 * @param because why the expected outcome is right
 * @param expected the outcome that it should be
 * @param confidence how sure it should be; empty where the case does not say
 * @param fired ids of rows that must have had a part: rules, limits, contradictions
 */
public record DecisionCase(
        String id,
        String because,
        Answers answers,
        Outcome expected,
        Optional<Confidence> confidence,
        List<String> fired,
        Location location) {

    public DecisionCase {
        fired = List.copyOf(fired);
    }

    /** What a table decides differently from what the case expects, as sentences; none if it holds. */
    public List<String> differences(DecisionTable table) {
        Evaluation evaluation = Evaluation.of(table, answers);
        List<String> differences = new ArrayList<>();
        if (!expected.equals(evaluation.outcome())) {
            differences.add("Expected " + describe(expected) + ", but the table gives "
                    + describe(evaluation.outcome()) + ".");
        }
        List<String> silent = fired.stream()
                .filter(row -> !evaluation.fired().contains(row))
                .toList();
        if (!silent.isEmpty()) {
            differences.add("Expected to fire, but silent: `" + String.join("`, `", silent) + "`.");
        }
        confidence.ifPresent(wanted -> differences.addAll(less(wanted, table)));
        return differences;
    }

    private List<String> less(Confidence wanted, DecisionTable table) {
        Optional<Confidence> actual = Recommendation.of(table, answers).confidence();
        return actual.equals(Optional.of(wanted))
                ? List.of()
                : List.of("Expected it to be " + wanted.word() + ", but it is "
                        + actual.map(Confidence::word).orElse("no recommendation") + ".");
    }

    /** Such as {@code `socket-mode` decided by constraint}, or {@code a conflict}. */
    public static String describe(Outcome outcome) {
        if (outcome instanceof Outcome.Recommended recommended) {
            return "`" + recommended.alternative().id() + "` decided by "
                    + recommended.decidedBy().word();
        }
        return outcome instanceof Outcome.Conflict ? "a conflict" : "no transport at all, since none is needed";
    }
}
