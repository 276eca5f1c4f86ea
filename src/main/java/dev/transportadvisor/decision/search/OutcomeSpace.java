package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What can come of answers, for every way of answering what is open.
 *
 * <p>The answer space has billions of points, but a table is a sum of independent parts. Only parts that share a
 * question hang together, so each such {@link Cluster} is tried out in full, and the sums of the clusters are
 * combined. The result is exact.
 */
public final class OutcomeSpace {

    private final Evaluator evaluator;
    private final AnswerClasses classes;
    private final List<Cluster> clusters;
    private final Lattice lattice;

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(DecisionTable table) {
        this(new Evaluator(table));
    }

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.classes = evaluator.classes();
        this.clusters = Cluster.of(evaluator.parts());
        clusters.forEach(this::refuseTooLarge);
        this.lattice = new Lattice(
                evaluator, evaluator.parts().stream().map(part -> scores(part)).toList());
    }

    private void refuseTooLarge(Cluster cluster) {
        if (Ways.areTooMany(cluster, classes)) {
            throw new InputException(
                    evaluator.table().location(),
                    "The rules tie the questions " + cluster.inputs()
                            + " together in more ways than can be tried out. Use fewer conditions.");
        }
    }

    private int[] nothing() {
        return classes.numbers(Answers.none(evaluator.table()));
    }

    /** What a part can add at all. */
    private Set<PartialScore> scores(Part part) {
        Completions completions = new Completions(part.inputs(), classes);
        int[] answers = nothing();
        Set<PartialScore> scores = new HashSet<>();
        for (int way = 0; way < completions.count(); way++) {
            completions.writeTo(answers, way);
            scores.add(evaluator.score(List.of(part), answers));
        }
        return scores;
    }

    private List<Ways> ways(Lattice places, int[] given) {
        return clusters.stream()
                .map(cluster -> new Ways(evaluator, places, cluster, given))
                .toList();
    }

    /** What can still come of some answers. */
    public Prospects after(Answers given) {
        return new Prospects(lattice, ways(lattice, classes.numbers(given)));
    }

    /**
     * Whether the answer to a question changes what is recommended, or by what it is decided, for any
     * answers at all.
     */
    public boolean matters(InputClause question) {
        return after(Answers.none(evaluator.table())).canChangeBasis(question);
    }

    /** Whether a rule changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Rule rule) {
        int part = evaluator.place(rule);
        return differs(part, evaluator.without(rule).parts().get(part));
    }

    /** Whether a limit changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Limit limit) {
        return differs(evaluator.place(limit), Part.NONE);
    }

    private boolean differs(int part, Part other) {
        int index = IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).members().contains(part))
                .findFirst()
                .orElseThrow();
        Cluster cluster = clusters.get(index);
        int place = cluster.place(part);
        List<Set<PartialScore>> scores = new ArrayList<>(
                evaluator.parts().stream().map(this::scores).toList());
        Part changed = new Part() {
            @Override
            public List<InputClause> inputs() {
                return evaluator.parts().get(part).inputs();
            }

            @Override
            public int addTo(long[] points, int[] answers) {
                return other.addTo(points, answers);
            }
        };
        scores.get(part).addAll(scores(changed));
        Lattice wide = new Lattice(evaluator, scores);
        List<Part> parts = new ArrayList<>(cluster.parts());
        parts.set(place, changed);
        List<Ways> ways = ways(wide, nothing());
        Ways beside = new Ways(evaluator, wide, new Cluster(cluster.members(), parts), nothing());
        return new Prospects(wide, ways).differs(index, ways.get(index).beside(place, beside), wide::leading);
    }
}
