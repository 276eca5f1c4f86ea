package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Relaxation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.NotNeeded;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.decision.table.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences about a decision that every format shares. */
public final class Wording {

    private Wording() {}

    /** What to do, in one sentence. */
    public static String verdict(String bot, Evaluation evaluation) {
        Outcome outcome = evaluation.outcome();
        if (outcome instanceof Outcome.NotNeeded) {
            return upperFirst(bot) + " needs no transport: " + notNeeded(evaluation).instead() + " does it.";
        }
        return outcome.recommended()
                .map(alternative -> "Use " + alternative.name() + " for " + bot + ".")
                .orElse("No transport is left for " + bot + ".");
    }

    /** Why that is so, in one or two sentences. */
    public static String reason(Evaluation evaluation) {
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            return notNeeded(evaluation).because();
        }
        if (!(evaluation.outcome() instanceof Outcome.Recommended recommended)) {
            return exclusions(evaluation);
        }
        return switch (recommended.decidedBy()) {
            case CONSTRAINT -> exclusions(evaluation);
            case SCORE -> "It is ahead by " + lead(evaluation) + ": " + points(evaluation) + ".";
            case DEFAULT ->
                "This is a default with low confidence: " + tie(evaluation) + ". "
                        + evaluation.fallback().because();
        };
    }

    static NotNeeded notNeeded(Evaluation evaluation) {
        return evaluation.table().notNeeded().orElseThrow();
    }

    /** Such as {@code 2 points of 12}. */
    static String lead(Evaluation evaluation) {
        long lead = evaluation.lead().orElse(0);
        return Points.text(lead) + (lead == 100 ? " point of " : " points of ")
                + Points.text(evaluation.possiblePoints());
    }

    /** Such as {@code Socket Mode 9.5, Events API 7.5}. */
    static String points(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .map(alternative -> alternative.title() + " "
                        + (evaluation.exclusions(alternative).isEmpty()
                                ? Points.text(evaluation.points(alternative))
                                : "out"))
                .collect(Collectors.joining(", "));
    }

    /** Why points do not decide: nothing is known, or some alternatives have as many. */
    static String tie(Evaluation evaluation) {
        if (evaluation.counting().isEmpty()) {
            return "no answer so far tells the transports apart";
        }
        long best = evaluation.points(evaluation.outcome().recommended().orElseThrow());
        List<String> tied = evaluation.table().alternatives().stream()
                .filter(alternative -> evaluation.exclusions(alternative).isEmpty())
                .filter(alternative -> evaluation.points(alternative) == best)
                .map(Alternative::name)
                .toList();
        return and(tied) + " are tied at " + Points.text(best) + (best == 100 ? " point" : " points");
    }

    /** The answer or the facts that an importance comes from, such as {@code replicas: 12}. */
    public static String cause(CriterionResult row, Evaluation evaluation) {
        Optional<Rule.Asked> asked = row.criterion().asked();
        if (asked.isPresent() && row.origin() == CriterionResult.Origin.ANSWERED) {
            return answer(asked.get().input(), evaluation.answers());
        }
        return row.fired().stream()
                .flatMap(rule -> rule instanceof Rule.Derived derived && derived.importance() == row.importance()
                        ? Stream.of(derived)
                        : Stream.empty())
                .findFirst()
                .map(rule -> cause(rule.when(), evaluation))
                .orElse("");
    }

    /** The facts that make a limit hold. */
    static String cause(Limit limit, Evaluation evaluation) {
        return limit.cases().stream()
                .filter(guard -> guard.holds(evaluation.completed()))
                .map(guard -> cause(guard, evaluation))
                // What was said itself is nearer than what follows.
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse("");
    }

    /** The answers that ask for a capability, such as {@code replicas: 12}. */
    public static String cause(AskedCapability asked, Evaluation evaluation) {
        return asked.asks().stream()
                .map(ask -> cause(ask.when(), evaluation))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What excludes an alternative. */
    static String cause(Exclusion exclusion, Evaluation evaluation) {
        if (exclusion instanceof Exclusion.ByLimit by) {
            return cause(by.limit(), evaluation);
        }
        return cause(((Exclusion.ByMust) exclusion).row(), evaluation);
    }

    private static String cause(Guard guard, Evaluation evaluation) {
        return guard.all().stream()
                .flatMap(condition -> causes(condition, evaluation))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The answer itself, or the answers that it follows from. */
    private static Stream<String> causes(Condition condition, Evaluation evaluation) {
        InputClause input = condition.input();
        return evaluation
                .table()
                .implication(input, evaluation.answers())
                .map(row -> row.when().all().stream().map(other -> answer(other.input(), evaluation.answers())))
                .orElseGet(() -> Stream.of(answer(input, evaluation.answers())));
    }

    /** Changed answers, such as {@code serverless: no -> must}. */
    static String changes(Flip flip) {
        return flip.changes().stream()
                .map(change -> change.input().id() + ": " + text(change.from()) + " -> "
                        + change.to().text())
                .collect(Collectors.joining(", "));
    }

    /** Where changed answers lead, such as {@code the Events API}. */
    static String target(Flip flip) {
        return flip.alternative().map(Alternative::name).orElse("no transport at all");
    }

    static String text(Optional<Value> value) {
        return value.map(Value::text).orElse(Answers.UNKNOWN);
    }

    static String answer(InputClause input, Answers answers) {
        return input.id() + ": " + text(answers.value(input));
    }

    /** A contradiction as a sentence, with what becomes of a denied wish. */
    static String contradiction(Contradiction row, Evaluation evaluation) {
        String denied = row.denies()
                .map(wish -> " `" + answer(wish, evaluation.answers()) + "` has no weight then.")
                .orElse("");
        return "`" + String.join("`, `", contradicting(row, evaluation)) + "`: " + row.because() + denied;
    }

    /** The answers that contradict each other. */
    static List<String> contradicting(Contradiction row, Evaluation evaluation) {
        List<String> answers = new ArrayList<>();
        row.denies().ifPresent(wish -> answers.add(answer(wish, evaluation.answers())));
        answers.addAll(Arrays.asList(cause(row.when(), evaluation).split(", ")));
        return answers;
    }

    /** A sentence for each contradiction. */
    public static List<String> contradictions(Evaluation evaluation) {
        return evaluation.contradictions().stream()
                .map(row -> contradiction(row, evaluation))
                .toList();
    }

    /** What it takes for an alternative to come back into question, such as {@code give up "x", and open a path}. */
    static String remedy(Relaxation relaxation) {
        List<String> steps = new ArrayList<>();
        if (!relaxation.giveUp().isEmpty()) {
            steps.add("give up "
                    + relaxation.giveUp().stream()
                            .map(Criterion::label)
                            .map(label -> "\"" + label + "\"")
                            .collect(Collectors.joining(" and ")));
        }
        relaxation.lift().forEach(limit -> steps.add(limit.liftedBy()));
        return String.join("; and ", steps);
    }

    /** Names in a row, such as {@code a, b and c}. */
    public static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** What to do where no bot can be written. */
    static String unwritten(String language) {
        return "scaffold writes no " + language + " yet; drill proves a bot of any kind";
    }

    public static String upperFirst(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The importance as a reader sees it: a wish by its word, a fact by its weight. */
    static String importance(CriterionResult row, Evaluation evaluation) {
        return switch (row.origin()) {
            case ANSWERED -> row.importance().word();
            case DERIVED ->
                row.counts()
                        ? "fact " + evaluation.table().weights().get(row.importance())
                        : "-";
            case UNKNOWN -> "-";
        };
    }

    private static String exclusions(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> !evaluation.exclusions(alternative).isEmpty())
                .map(alternative -> upperFirst(alternative.name()) + " is ruled out by "
                        + and(evaluation.exclusions(alternative).stream()
                                .map(exclusion -> exclusion(exclusion, evaluation))
                                .toList())
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private static String exclusion(Exclusion exclusion, Evaluation evaluation) {
        String label = exclusion instanceof Exclusion.ByLimit by ? " (" + by.limit().label() + ")" : "";
        return "`" + cause(exclusion, evaluation) + "`" + label;
    }
}
