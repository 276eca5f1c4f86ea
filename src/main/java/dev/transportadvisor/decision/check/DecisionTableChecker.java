package dev.transportadvisor.decision.check;

import dev.transportadvisor.decision.evaluation.AnswerClass;
import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is wrong with a table although it can be read: rules that repeat, contradict or cover
 * each other, and parts that can never make a difference. It tries every answer that a rule can
 * tell apart, so silence is a proof.
 */
public final class DecisionTableChecker {

    static final RuleDescriptor DUPLICATE =
            new RuleDescriptor("duplicate-rule", Severity.WARNING, "Two rules say the same.", "Remove one of them.");
    static final RuleDescriptor CONFLICTING = new RuleDescriptor(
            "conflicting-rules",
            Severity.ERROR,
            "Two rules fire for the same answers and disagree on the importance.",
            "Decide which importance is right.");
    static final RuleDescriptor SHADOWED = new RuleDescriptor(
            "shadowed-rule",
            Severity.WARNING,
            "A rule fires only when another, at least as strong, fires too.",
            "Remove it, or make it stronger.");
    static final RuleDescriptor NEVER_DECISIVE = new RuleDescriptor(
            "never-decisive-rule",
            Severity.WARNING,
            "No answers exist for which a rule or limit changes the outcome.",
            "Remove it, or change what it feeds.");
    static final RuleDescriptor POINTLESS_QUESTION = new RuleDescriptor(
            "pointless-question",
            Severity.WARNING,
            "The answer to a question changes neither the outcome nor what is said beside it.",
            "Remove the question, or use it in a rule.");
    static final RuleDescriptor UNUSED_CRITERION = new RuleDescriptor(
            "unused-criterion",
            Severity.WARNING,
            "Nothing can make a criterion matter.",
            "Give it a need of the same id or a rule, or remove it.");
    static final RuleDescriptor NEVER_WINS = new RuleDescriptor(
            "alternative-never-wins",
            Severity.ERROR,
            "No answers exist for which an alternative is recommended.",
            "Check its fits, or remove it.");
    static final RuleDescriptor FAILED_CASE = new RuleDescriptor(
            "failed-case",
            Severity.ERROR,
            "The table does not decide a case as expected.",
            "Correct the table or the case.");

    /** Everything that this checker can find. */
    public static final List<RuleDescriptor> RULES = List.of(
            DUPLICATE,
            CONFLICTING,
            SHADOWED,
            NEVER_DECISIVE,
            POINTLESS_QUESTION,
            UNUSED_CRITERION,
            NEVER_WINS,
            FAILED_CASE);

    private final DecisionTable table;
    private final OutcomeSpace space;
    private final AnswerClasses classes;
    private final List<Diagnostic> found = new ArrayList<>();

    private DecisionTableChecker(DecisionTable table) {
        this.table = table;
        Evaluator evaluator = new Evaluator(table);
        this.space = new OutcomeSpace(evaluator);
        this.classes = evaluator.classes();
    }

    /** The findings on a table and its cases, in the order of the text. */
    public static List<Diagnostic> check(DecisionTable table, Collection<DecisionCase> cases) {
        DecisionTableChecker checker = new DecisionTableChecker(table);
        checker.checkRules();
        checker.checkQuestions();
        checker.checkCriteria();
        checker.checkAlternatives();
        checker.checkCases(List.copyOf(cases));
        return checker.found.stream().sorted(Diagnostic.ORDER).toList();
    }

    private void checkRules() {
        DecisionTable rest = table;
        for (Criterion criterion : table.criteria()) {
            for (Rule.Derived rule : criterion.derived()) {
                Optional<Diagnostic> overlap = overlap(rule, criterion.derived());
                overlap.ifPresent(found::add);
                rest = overlap.isPresent() ? rest.without(rule) : rest;
            }
        }
        checkDecisive(rest);
        for (Limit limit : table.limits()) {
            if (!space.isDecisive(limit)) {
                report(
                        NEVER_DECISIVE,
                        "The limit `" + limit.id() + "` never changes the outcome.",
                        limit.location(),
                        "/limits/" + limit.index());
            }
        }
    }

    /** A rule that would decide if not for one that is reported already is no finding: one of the two has to stay. */
    private void checkDecisive(DecisionTable rest) {
        OutcomeSpace space = new OutcomeSpace(rest);
        for (Rule rule : rest.rules()) {
            if (!space.isDecisive(rule)) {
                report(
                        NEVER_DECISIVE,
                        "The rule `" + rule.id() + "` never changes the outcome.",
                        rule.location(),
                        pointer(rule));
            }
        }
    }

    /** What is wrong between a rule and another one that feeds the same criterion. */
    private Optional<Diagnostic> overlap(Rule.Derived rule, List<Rule.Derived> siblings) {
        for (Rule.Derived other : siblings) {
            boolean implied = other != rule && implies(rule, other);
            boolean same = implied && implies(other, rule);
            if (same && other.index() < rule.index()) {
                boolean agree = rule.importance() == other.importance();
                return Optional.of(
                        agree
                                ? finding(DUPLICATE, rule, "repeats", other)
                                : finding(
                                        CONFLICTING,
                                        rule,
                                        "says " + rule.importance().word() + " where "
                                                + other.importance().word() + " is said by",
                                        other));
            } else if (implied && !same && !rule.importance().isStrongerThan(other.importance())) {
                return Optional.of(finding(SHADOWED, rule, "can never add anything to", other));
            }
        }
        return Optional.empty();
    }

    /** Whether every answer that sets off one rule sets off the other too. */
    private boolean implies(Rule.Derived one, Rule.Derived other) {
        return one.when().none().containsAll(other.when().none())
                && other.when().all().stream().allMatch(needed -> one.when().all().stream()
                        .filter(given -> given.input() == needed.input())
                        .anyMatch(given -> classes.of(given.input()).stream()
                                .map(AnswerClass::sample)
                                .filter(given.entry()::matches)
                                .allMatch(needed.entry()::matches)));
    }

    private Diagnostic finding(RuleDescriptor descriptor, Rule.Derived rule, String relation, Rule.Derived other) {
        String message = "The rule `" + rule.id() + "` " + relation + " `" + other.id() + "` on line "
                + other.location().span().start().line() + ".";
        return new Diagnostic(descriptor, message, rule.location(), pointer(rule));
    }

    private void checkQuestions() {
        for (InputClause input : table.inputs()) {
            boolean isSaid = table.remarkConditions().anyMatch(condition -> condition.input() == input);
            if (!isSaid && !space.matters(input)) {
                report(
                        POINTLESS_QUESTION,
                        "The answer to `" + input.id() + "` changes nothing.",
                        input.location(),
                        "/inputs/" + input.index());
            }
        }
    }

    private void checkCriteria() {
        for (Criterion criterion : table.criteria()) {
            if (criterion.asked().isEmpty() && criterion.derived().isEmpty()) {
                report(
                        UNUSED_CRITERION,
                        "Nothing makes `" + criterion.id() + "` matter.",
                        criterion.location(),
                        "/criteria/" + criterion.index());
            }
        }
    }

    private void checkAlternatives() {
        List<Alternative> reachable = space.after(Answers.none(table)).reachable().stream()
                .flatMap(outcome -> outcome.recommended().stream())
                .toList();
        for (Alternative alternative : table.alternatives()) {
            if (!reachable.contains(alternative)) {
                report(
                        NEVER_WINS,
                        "`" + alternative.id() + "` is never recommended.",
                        alternative.location(),
                        "/alternatives/" + alternative.index());
            }
        }
    }

    private void checkCases(List<DecisionCase> cases) {
        for (int i = 0; i < cases.size(); i++) {
            DecisionCase example = cases.get(i);
            for (String difference : example.differences(table)) {
                report(FAILED_CASE, "Case `" + example.id() + "`: " + difference, example.location(), "/cases/" + i);
            }
        }
    }

    private void report(RuleDescriptor descriptor, String message, Location location, String pointer) {
        found.add(new Diagnostic(descriptor, message, location, pointer));
    }

    private String pointer(Rule rule) {
        return rule instanceof Rule.Derived derived
                ? "/rules/" + derived.index()
                : "/criteria/"
                        + table.criteria().stream().map(Criterion::id).toList().indexOf(rule.criterion());
    }
}
