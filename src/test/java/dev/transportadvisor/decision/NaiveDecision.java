package dev.transportadvisor.decision;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a decision in the plainest form, written from their description alone: what the fast
 * evaluation is compared with.
 */
public final class NaiveDecision {

    private static final List<String> SCALE = List.of("unknown", "no", "nice", "should", "must");

    private NaiveDecision() {}

    /** Such as {@code left by score}, or {@code conflict}. */
    public static String decide(DecisionTable table, Answers answers) {
        List<Alternative> left = new ArrayList<>(table.alternatives());
        for (Criterion criterion : table.criteria()) {
            left.removeIf(alternative ->
                    importance(criterion, answers).equals("must") && criterion.fit(alternative) == Fit.NO);
        }
        if (left.isEmpty()) {
            return "conflict";
        }
        if (left.size() == 1) {
            return left.get(0).id() + " by constraint";
        }
        double best = left.stream()
                .mapToDouble(alternative -> points(table, alternative, answers))
                .max()
                .orElseThrow();
        left.removeIf(alternative -> points(table, alternative, answers) < best);
        if (left.size() == 1) {
            return left.get(0).id() + " by score";
        }
        Alternative fallback = table.fallback().alternative();
        return (left.contains(fallback) ? fallback : left.get(0)).id() + " by default";
    }

    private static double points(DecisionTable table, Alternative alternative, Answers answers) {
        Map<String, Double> weights = Map.of("unknown", 0.0, "no", 0.0, "nice", 1.0, "should", 3.0, "must", 5.0);
        Map<Fit, Double> shares = Map.of(Fit.YES, 1.0, Fit.PARTLY, 0.5, Fit.NO, 0.0);
        return table.criteria().stream()
                .mapToDouble(criterion ->
                        weights.get(importance(criterion, answers)) * shares.get(criterion.fit(alternative)))
                .sum();
    }

    private static String importance(Criterion criterion, Answers answers) {
        Optional<String> answered =
                criterion.asked().flatMap(rule -> answers.value(rule.input())).map(Value::text);
        return answered.orElseGet(() -> criterion.derived().stream()
                .filter(rule -> rule.conditions().stream().allMatch(condition -> holds(condition, answers)))
                .map(rule -> rule.importance().word())
                .max(Comparator.comparing(SCALE::indexOf))
                .orElse("unknown"));
    }

    private static boolean holds(Condition condition, Answers answers) {
        Optional<String> answer = answers.value(condition.input()).map(Value::text);
        String test = condition.entry().text();
        if (answer.isEmpty() || condition.input().domain() instanceof Domain.Words) {
            return answer.filter(Arrays.asList(test.split(" or "))::contains).isPresent();
        }
        int side = new BigDecimal(answer.get()).compareTo(new BigDecimal(test.split(" ")[1]));
        return switch (test.split(" ")[0]) {
            case "<" -> side < 0;
            case "<=" -> side <= 0;
            case ">" -> side > 0;
            default -> side >= 0;
        };
    }
}
