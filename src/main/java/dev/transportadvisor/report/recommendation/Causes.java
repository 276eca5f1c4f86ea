package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers that something in a decision comes from, such as {@code replicas: 12}; several stand in a row. */
final class Causes {

    private Causes() {}

    /** The answer or the facts that an importance comes from. */
    static String of(CriterionResult row, Evaluation evaluation) {
        Optional<Rule.Asked> asked = row.criterion().asked();
        if (asked.isPresent() && row.origin() == CriterionResult.Origin.ANSWERED) {
            return answer(asked.get().input(), evaluation.answers());
        }
        return row.fired().stream()
                .flatMap(rule -> rule instanceof Rule.Derived derived && derived.importance() == row.importance()
                        ? Stream.of(derived)
                        : Stream.empty())
                .findFirst()
                .map(rule -> of(rule.when(), evaluation))
                .orElse("");
    }

    /** The facts that make a limit hold. */
    static String of(Limit limit, Evaluation evaluation) {
        return limit.cases().stream()
                .filter(guard -> guard.holds(evaluation.completed()))
                .map(guard -> of(guard, evaluation))
                // What was said itself is nearer than what follows.
                .min(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The answers that ask for a capability. */
    static String of(AskedCapability asked, Evaluation evaluation) {
        return asked.asks().stream()
                .flatMap(ask -> answers(ask.when(), evaluation))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What excludes an alternative. */
    static String of(Exclusion exclusion, Evaluation evaluation) {
        return exclusion instanceof Exclusion.ByLimit by
                ? of(by.limit(), evaluation)
                : of(((Exclusion.ByMust) exclusion).row(), evaluation);
    }

    /** The answers that contradict each other, a denied wish first. */
    static List<String> answers(Contradiction row, Evaluation evaluation) {
        Stream<String> denied = row.denies().stream().map(wish -> answer(wish, evaluation.answers()));
        return Stream.concat(denied, answers(row.when(), evaluation).distinct()).toList();
    }

    private static String of(Guard guard, Evaluation evaluation) {
        return answers(guard, evaluation).distinct().collect(Collectors.joining(", "));
    }

    private static Stream<String> answers(Guard guard, Evaluation evaluation) {
        return guard.all().stream().flatMap(condition -> answers(condition, evaluation));
    }

    /** The answer itself, or the answers that it follows from. */
    private static Stream<String> answers(Condition condition, Evaluation evaluation) {
        InputClause input = condition.input();
        return evaluation
                .table()
                .implication(input, evaluation.answers())
                .map(row -> row.when().all().stream().map(other -> answer(other.input(), evaluation.answers())))
                .orElseGet(() -> Stream.of(answer(input, evaluation.answers())));
    }

    static String answer(InputClause input, Answers answers) {
        return input.id() + ": " + Answers.text(answers.value(input));
    }
}
