package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Preferences;
import dev.transportadvisor.decision.table.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the outcome of answers, and how it comes about. A table is a sum of independent parts: each criterion adds
 * points, each limit may exclude. Built once for a table, it makes nothing for a criterion or rule.
 */
public final class Evaluator {

    private final DecisionTable table;
    private final AnswerClasses classes;
    private final List<CriterionPart> criteria;
    private final List<Part> parts;
    private final Part[] all;
    private final Outcomes outcomes;

    public Evaluator(DecisionTable table) {
        this(table, new AnswerClasses(table));
    }

    private Evaluator(DecisionTable table, AnswerClasses classes) {
        this.table = table;
        this.classes = classes;
        this.criteria = table.criteria().stream()
                .map(criterion -> new CriterionPart(table, criterion, classes))
                .toList();
        this.parts = Stream.concat(criteria.stream(), markings().stream())
                .map(part -> TabulatedPart.of(part, classes, table.alternatives().size()))
                .toList();
        this.all = parts.toArray(Part[]::new);
        this.outcomes = new Outcomes(table);
    }

    private List<Part> markings() {
        List<Part> markings = new ArrayList<>();
        table.limits().forEach(limit -> markings.add(part(limit)));
        table.notNeeded()
                .ifPresent(row -> markings.add(new MarkingPart(List.of(row.when()), Marks.NOT_NEEDED, classes)));
        List<Preferences.Conditional> preferences = table.fallback().others();
        for (int i = 0; i < preferences.size(); i++) {
            markings.add(new MarkingPart(List.of(preferences.get(i).when()), Marks.preference(i), classes));
        }
        return markings;
    }

    private Part part(Limit limit) {
        int marks = limit.excludes().stream().mapToInt(Marks::excluded).reduce(0, (one, other) -> one | other);
        return new MarkingPart(limit.cases(), marks, classes);
    }

    /** For the same table without one of its rules, with answers numbered as here. */
    public Evaluator without(Rule rule) {
        return new Evaluator(table.without(rule), classes);
    }

    public DecisionTable table() {
        return table;
    }

    /** The answers that can be told apart. */
    public AnswerClasses classes() {
        return classes;
    }

    /** All that is added up. */
    public List<Part> parts() {
        return parts;
    }

    /** The place among all parts of the one that a rule belongs to. */
    public int place(Rule rule) {
        return (int) table.criteria().stream()
                .takeWhile(criterion -> !criterion.id().equals(rule.criterion()))
                .count();
    }

    /** The place among all parts of a limit. */
    public int place(Limit limit) {
        return criteria.size() + table.limits().indexOf(limit);
    }

    /** Every outcome that there can be. */
    public List<Outcome> outcomes() {
        return outcomes.all();
    }

    public Outcome outcome(Answers answers) {
        return outcome(classes.numbers(answers));
    }

    /** @param answers as {@link AnswerClasses#numbers} gives them */
    public Outcome outcome(int[] answers) {
        long[] points = new long[table.alternatives().size()];
        int marks = addTo(points, classes.completed(answers));
        return outcomes.of(points, marks);
    }

    /** The outcome of a sum. */
    public Outcome outcome(long[] points, int marks) {
        return outcomes.of(points, marks);
    }

    private int addTo(long[] points, int[] answers) {
        int marks = 0;
        for (Part part : all) {
            marks |= part.addTo(points, answers);
        }
        return marks;
    }

    /**
     * What some of the parts add up to.
     *
     * @param answers as {@link AnswerClasses#numbers} gives them
     */
    public PartialScore score(List<Part> some, int[] answers) {
        long[] points = new long[table.alternatives().size()];
        int[] completed = classes.completed(answers);
        int marks = 0;
        for (Part part : some) {
            marks |= part.addTo(points, completed);
        }
        return new PartialScore(points, marks);
    }

    /** The result with everything that led to it. */
    public Evaluation evaluate(Answers answers) {
        int[] completed = classes.completed(classes.numbers(answers));
        List<CriterionResult> rows =
                criteria.stream().map(part -> part.result(completed)).toList();
        return new Evaluation(table, answers, table.completed(answers), rows, outcome(answers));
    }

    /** How much a criterion matters. */
    public CriterionResult result(Criterion criterion, Answers answers) {
        return criteria.get(criterion.index()).result(classes.completed(classes.numbers(answers)));
    }
}
