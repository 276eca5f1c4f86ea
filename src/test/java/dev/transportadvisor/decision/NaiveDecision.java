package dev.transportadvisor.decision;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Fits;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.Implication;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Preferences;
import dev.transportadvisor.decision.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a decision in the plainest form, written from their description alone: what the fast
 * evaluation is compared with.
 */
public final class NaiveDecision {

    private static final List<String> SCALE = List.of("unknown", "no", "nice", "should", "must");

    private final DecisionTable table;
    private final Answers given;

    private NaiveDecision(DecisionTable table, Answers given) {
        this.table = table;
        this.given = given;
    }

    /** Such as {@code left by score}, {@code conflict} or {@code not needed}. */
    public static String decide(DecisionTable table, Answers answers) {
        return new NaiveDecision(table, answers).decide();
    }

    /** What is said of an alternative or of none, whatever decided. */
    public static String recommend(DecisionTable table, Answers answers) {
        return decide(table, answers).split(" by ")[0];
    }

    /** Whether nobody has said it and nothing says it either. */
    public static boolean isOpen(DecisionTable table, Answers answers, InputClause input) {
        return new NaiveDecision(table, answers).answer(input).isEmpty();
    }

    private String decide() {
        if (table.notNeeded().filter(row -> holds(row.when())).isPresent()) {
            return "not needed";
        }
        List<Alternative> left = new ArrayList<>(table.alternatives());
        for (Limit limit : table.limits()) {
            for (Guard guard : limit.cases()) {
                if (holds(guard)) {
                    left.removeAll(limit.excludes());
                }
            }
        }
        for (Criterion criterion : table.criteria()) {
            left.removeIf(alternative -> importance(criterion).equals("must") && fit(criterion, alternative) == Fit.NO);
        }
        if (left.isEmpty()) {
            return "conflict";
        }
        if (left.size() == 1) {
            return left.get(0).id() + " by constraint";
        }
        double best = left.stream().mapToDouble(this::points).max().orElseThrow();
        left.removeIf(alternative -> points(alternative) < best);
        if (left.size() == 1) {
            return left.get(0).id() + " by score";
        }
        return (left.contains(fallback()) ? fallback() : left.get(0)).id() + " by default";
    }

    private Alternative fallback() {
        for (Preferences.Conditional other : table.fallback().others()) {
            if (holds(other.when())) {
                return other.preference().alternative();
            }
        }
        return table.fallback().plain().alternative();
    }

    private double points(Alternative alternative) {
        Map<String, Double> weights = Map.of("unknown", 0.0, "no", 0.0, "nice", 1.0, "should", 3.0, "must", 5.0);
        Map<Fit, Double> shares = Map.of(Fit.YES, 1.0, Fit.PARTLY, 0.5, Fit.NO, 0.0);
        return table.criteria().stream()
                .mapToDouble(criterion ->
                        weights.get(importance(criterion)) * shares.get(fit(criterion, alternative)))
                .sum();
    }

    private Fit fit(Criterion criterion, Alternative alternative) {
        Fits fits = criterion.fits().get(table.alternatives().indexOf(alternative));
        for (Fits.Conditional other : fits.conditional()) {
            if (holds(other.when())) {
                return other.suitability().fit();
            }
        }
        return fits.plain().fit();
    }

    /** The strongest of what the wish says, if no fact denies it, and of what facts say. */
    private String importance(Criterion criterion) {
        List<String> said = new ArrayList<>(List.of("unknown"));
        criterion.asked().ifPresent(rule -> {
            boolean denied = table.contradictions().stream()
                    .anyMatch(row -> row.denies().equals(Optional.of(rule.input())) && holds(row.when()));
            said.add(denied ? "no" : given.value(rule.input()).map(Value::text).orElse("unknown"));
        });
        criterion.derived().stream()
                .filter(rule -> holds(rule.when()))
                .forEach(rule -> said.add(rule.importance().name().toLowerCase()));
        return said.stream()
                .max((one, other) -> SCALE.indexOf(one) - SCALE.indexOf(other))
                .orElseThrow();
    }

    private boolean holds(Guard guard) {
        return guard.all().stream().allMatch(condition -> passes(condition, answer(condition.input())))
                && guard.none().stream().noneMatch(condition -> passes(condition, answer(condition.input())));
    }

    /** What was said, or else what follows from it. */
    private Optional<String> answer(InputClause input) {
        Optional<String> said = said(input);
        for (Implication row : table.implications()) {
            boolean follows = row.when().all().stream().allMatch(each -> passes(each, said(each.input())))
                    && row.when().none().stream().noneMatch(each -> passes(each, said(each.input())));
            if (said.isEmpty() && row.input() == input && follows) {
                return Optional.of(row.answer().text());
            }
        }
        return said;
    }

    private Optional<String> said(InputClause input) {
        return given.value(input).map(Value::text);
    }

    private static boolean passes(Condition condition, Optional<String> answer) {
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
