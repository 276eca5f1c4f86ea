package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;

/** Finds the outcome of answers. Built once for a table, it allocates nothing per criterion or rule. */
public final class Evaluator {

    private final DecisionTable table;
    private final AnswerClasses regions;
    private final int size;
    private final Term[] terms;
    private final Outcomes outcomes;

    public Evaluator(DecisionTable table) {
        this.table = table;
        this.regions = new AnswerClasses(table);
        this.size = table.alternatives().size();
        this.terms = table.criteria().stream()
                .map(criterion -> new Term(table, criterion, regions))
                .toArray(Term[]::new);
        this.outcomes = new Outcomes(table);
    }

    public DecisionTable table() {
        return table;
    }

    public AnswerClasses regions() {
        return regions;
    }

    /** The term of one of the table's criteria. */
    public Term term(Criterion criterion) {
        return terms[criterion.index()];
    }

    /**
     * Answers as an array of ints: for each question, in the order of the table, which of the answers that rules can
     * tell apart it is, counted from 1; 0 where it is not known.
     */
    public int[] numbers(Answers answers) {
        return regions.numbers(answers);
    }

    public Outcome outcome(Answers answers) {
        return outcome(numbers(answers));
    }

    /** @param answers as {@link #numbers} gives them */
    public Outcome outcome(int[] answers) {
        return outcome(tally(terms, answers));
    }

    /** The sum of what some of the criteria contribute. */
    public PartialScore tally(Term[] some, int[] answers) {
        long[] points = new long[size];
        int excluded = 0;
        for (Term term : some) {
            excluded |= term.addTo(points, answers);
        }
        return PartialScore.of(points, excluded);
    }

    public Outcome outcome(PartialScore tally) {
        return outcomes.of(tally);
    }
}
