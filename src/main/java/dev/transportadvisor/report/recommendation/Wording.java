package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.decision.table.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences about a decision that every format shares. */
public final class Wording {

    private Wording() {}

    /** What to do, in one sentence. */
    public static String verdict(String bot, Evaluation evaluation) {
        return evaluation
                .outcome()
                .recommended()
                .map(alternative -> "Use " + alternative.name() + " for " + bot + ".")
                .orElse("No transport meets every must of " + bot + ".");
    }

    /** Why that is so, in one or two sentences. */
    public static String reason(Evaluation evaluation) {
        if (!(evaluation.outcome() instanceof Outcome.Recommended recommended)) {
            return exclusions(evaluation, Optional.empty());
        }
        return switch (recommended.decidedBy()) {
            case CONSTRAINT -> exclusions(evaluation, Optional.of(recommended.alternative()));
            case SCORE ->
                "It wins the larger share of what matters: " + scores(evaluation, recommended.alternative()) + ".";
            case DEFAULT ->
                byDefault(evaluation) + " " + evaluation.table().fallback().because();
        };
    }

    /** The answer or the facts that an importance comes from, such as {@code replicas: 12}. */
    public static String cause(CriterionResult appraisal, Answers answers) {
        Optional<Rule.Asked> asked = appraisal.criterion().asked();
        if (asked.isPresent() && appraisal.origin() == CriterionResult.Origin.ANSWERED) {
            return answer(asked.get().input(), answers);
        }
        return appraisal.fired().stream()
                .filter(Rule.Derived.class::isInstance)
                .flatMap(rule -> ((Rule.Derived) rule).conditions().stream())
                .map(condition -> answer(condition.input(), answers))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** How well a criterion is met, with the reason. */
    public static String fit(Criterion criterion, Alternative alternative) {
        Criterion.Suitability suitability = criterion.suitability(alternative);
        return alternative.title() + ": " + suitability.fit().word() + ", " + suitability.because() + ".";
    }

    /** Changed answers, such as {@code serverless: no -> must}. */
    static String changes(Flip flip) {
        return flip.changes().stream()
                .map(change -> change.input().id() + ": " + text(change.from()) + " -> "
                        + change.to().text())
                .collect(Collectors.joining(", "));
    }

    static String text(Optional<Value> value) {
        return value.map(Value::text).orElse(Answers.UNKNOWN);
    }

    static String answer(InputClause input, Answers answers) {
        return input.id() + ": " + text(answers.value(input));
    }

    /** A sentence per contradiction between an answer and the facts. */
    static List<String> contradictions(Evaluation evaluation) {
        return evaluation.appraisals().stream()
                .flatMap(appraisal -> appraisal.contradicted().stream()
                        .map(rule -> "You answered `" + cause(appraisal, evaluation.answers()) + "`, but `"
                                + conditions(rule, evaluation.answers()) + "` makes it a "
                                + rule.importance().word() + ": "
                                + rule.because() + " Your answer counts."))
                .toList();
    }

    /** Criteria by their labels, such as {@code "no public endpoint" and "Marketplace listing"}. */
    static String quoted(List<Criterion> criteria) {
        return criteria.stream()
                .map(criterion -> "\"" + criterion.label() + "\"")
                .collect(Collectors.joining(" and "));
    }

    public static String upperFirst(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String conditions(Rule.Derived rule, Answers answers) {
        return rule.conditions().stream()
                .map(condition -> answer(condition.input(), answers))
                .collect(Collectors.joining(", "));
    }

    private static String exclusions(Evaluation evaluation, Optional<Alternative> winner) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> winner.filter(alternative::equals).isEmpty())
                .filter(alternative -> !evaluation.exclusions(alternative).isEmpty())
                .map(alternative -> upperFirst(alternative.name()) + " is ruled out by "
                        + evaluation.exclusions(alternative).stream()
                                .map(appraisal -> "`" + cause(appraisal, evaluation.answers()) + "`")
                                .collect(Collectors.joining(" and "))
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private static String scores(Evaluation evaluation, Alternative winner) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> alternative != winner)
                .map(alternative -> alternative.name() + " " + evaluation.score(alternative))
                .collect(Collectors.joining(", ", winner.name() + " " + evaluation.score(winner) + ", ", " of 100"));
    }

    private static String byDefault(Evaluation evaluation) {
        return evaluation.counting().isEmpty()
                ? "This is a default with low confidence: no answer so far tells the transports apart."
                : "This is a default with low confidence: the transports win equal shares of what matters.";
    }
}
