package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Preference;
import dev.transportadvisor.decision.table.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A table applied to answers: every criterion with what it is worth, and what that adds up to.
 *
 * @param answers as they were given
 * @param completed the same with the answers that follow from them
 * @param rows the criteria in the order of the table
 */
public record Evaluation(
        DecisionTable table, Answers answers, Answers completed, List<CriterionResult> rows, Outcome outcome) {

    public Evaluation {
        rows = List.copyOf(rows);
    }

    public static Evaluation of(DecisionTable table, Answers answers) {
        return new Evaluator(table).evaluate(answers);
    }

    /** The points that an alternative wins, in hundredths. */
    public long points(Alternative alternative) {
        return rows.stream().mapToLong(row -> row.points(alternative)).sum();
    }

    /** The points that could be won, in hundredths. */
    public long possiblePoints() {
        return rows.stream()
                .mapToLong(row -> table.points(row.importance(), Fit.YES))
                .sum();
    }

    /**
     * By how many points, in hundredths, the recommended alternative is ahead of the best other that is not excluded;
     * empty where it has none beside it.
     */
    public OptionalLong lead() {
        return outcome.recommended().isEmpty()
                ? OptionalLong.empty()
                : table.alternatives().stream()
                        .filter(other -> !outcome.recommended().get().equals(other))
                        .filter(other -> exclusions(other).isEmpty())
                        .mapToLong(other -> points(outcome.recommended().get()) - points(other))
                        .min();
    }

    /** 100 × points won ÷ points possible, to one decimal; zero where nothing weighs anything. */
    public BigDecimal score(Alternative alternative) {
        long possible = possiblePoints();
        return possible == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(100 * points(alternative))
                        .divide(BigDecimal.valueOf(possible), 1, RoundingMode.HALF_UP);
    }

    /** The criteria that weigh anything, in the order of the table. */
    public List<CriterionResult> counting() {
        return rows.stream().filter(CriterionResult::counts).toList();
    }

    /** The limits that hold, in the order of the table. */
    public List<Limit> limits() {
        return table.limits().stream().filter(limit -> limit.holds(completed)).toList();
    }

    /** What excludes an alternative, limits first; none if it is not excluded. */
    public List<Exclusion> exclusions(Alternative alternative) {
        Stream<Exclusion> limits =
                limits().stream().filter(limit -> limit.excludes(alternative)).map(Exclusion.ByLimit::new);
        Stream<Exclusion> musts =
                rows.stream().filter(row -> row.excludes(alternative)).map(Exclusion.ByMust::new);
        return Stream.concat(limits, musts).toList();
    }

    /** Answers that cannot all be meant, in the order of the table. */
    public List<Contradiction> contradictions() {
        return table.contradictions().stream().filter(this::isMet).toList();
    }

    private boolean isMet(Contradiction row) {
        return row.when().holds(completed)
                && row.denies().map(this::isWished).orElse(true);
    }

    private boolean isWished(InputClause wish) {
        return answers.value(wish)
                .flatMap(value -> Importance.of(value.text()))
                .filter(importance -> importance.isStrongerThan(Importance.NO))
                .isPresent();
    }

    /** What to take among equals. */
    public Preference fallback() {
        return table.fallback().of(completed);
    }

    /** What a bot has to be able to do, in the order of the table. A wish that a fact denies asks for nothing. */
    public List<AskedCapability> capabilities() {
        Answers meant = meant();
        return table.capabilities().stream()
                .map(capability -> new AskedCapability(
                        capability,
                        capability.asked().stream()
                                .filter(ask -> ask.when().holds(meant))
                                .toList()))
                .filter(asked -> !asked.asks().isEmpty())
                .toList();
    }

    private Answers meant() {
        Answers meant = completed;
        for (Contradiction row : contradictions()) {
            meant = row.denies().isPresent() ? meant.with(row.denies().get(), Optional.empty()) : meant;
        }
        return meant;
    }

    /** The ids of all rows that had a part: what made criteria matter, limits that hold, contradictions. */
    public List<String> fired() {
        List<String> fired = new ArrayList<>();
        rows.forEach(row -> row.fired().stream().map(Rule::id).forEach(fired::add));
        limits().forEach(limit -> fired.add(limit.id()));
        contradictions().forEach(row -> fired.add(row.id()));
        return fired;
    }
}
