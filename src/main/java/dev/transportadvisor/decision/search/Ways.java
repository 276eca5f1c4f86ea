package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.search.Sums.Pair;
import dev.transportadvisor.decision.search.Sums.Step;
import dev.transportadvisor.decision.table.InputClause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Every way of answering the open questions of a cluster. Once the questions that its parts share are answered, the
 * parts are independent, so each is tried out by itself. What follows from other answers is not answered otherwise.
 */
final class Ways {

    /** Bounds the memory for answers to shared questions, together with answers to those of one part. */
    private static final long MOST_COMBINATIONS = 500_000;

    private final Cluster cluster;
    private final Completions shared;
    private final List<Completions> own = new ArrayList<>();

    /** By part, by the way of answering shared questions, by the way of answering its own; null if they do not fit. */
    private final List<Step[][]> steps = new ArrayList<>();

    Ways(Evaluator evaluator, Lattice lattice, Cluster cluster, int[] given) {
        AnswerClasses classes = evaluator.classes();
        this.cluster = cluster;
        this.shared = new Completions(open(cluster.shared(), given, classes), classes);
        for (int i = 0; i < cluster.parts().size(); i++) {
            Part part = cluster.parts().get(i);
            List<InputClause> alone = part.inputs().stream()
                    .filter(input -> !cluster.shared().contains(input))
                    .toList();
            own.add(new Completions(open(alone, given, classes), classes));
            steps.add(steps(evaluator, lattice, part, i, given));
        }
    }

    /** How many ways have to be tried out for a cluster. */
    static boolean areTooMany(Cluster cluster, AnswerClasses classes) {
        long together = combinations(cluster.shared(), classes);
        long most = cluster.parts().stream()
                .mapToLong(part -> combinations(
                        part.inputs().stream()
                                .filter(input -> !cluster.shared().contains(input))
                                .toList(),
                        classes))
                .max()
                .orElse(1);
        return together > MOST_COMBINATIONS || most > MOST_COMBINATIONS || together * most > MOST_COMBINATIONS;
    }

    private static long combinations(List<InputClause> inputs, AnswerClasses classes) {
        return inputs.stream()
                .mapToLong(input -> classes.count(input) + 1L)
                .reduce(1, (one, other) -> Math.min(MOST_COMBINATIONS + 1, one * other));
    }

    private static List<InputClause> open(List<InputClause> inputs, int[] given, AnswerClasses classes) {
        int[] completed = classes.completed(given);
        return inputs.stream()
                .filter(input -> completed[input.index()] == AnswerClasses.UNKNOWN)
                .toList();
    }

    private Step[][] steps(Evaluator evaluator, Lattice lattice, Part part, int place, int[] given) {
        Step[][] all = new Step[shared.count()][own.get(place).count()];
        int[] answers = given.clone();
        for (int way = 0; way < all.length; way++) {
            shared.writeTo(answers, way);
            for (int alone = 0; alone < all[way].length; alone++) {
                own.get(place).writeTo(answers, alone);
                all[way][alone] = evaluator.classes().fitTogether(answers, given)
                        ? lattice.step(cluster.members().get(place), evaluator.score(List.of(part), answers))
                        : null;
            }
            own.get(place).writeTo(answers, 0);
        }
        return all;
    }

    boolean areAbout(InputClause input) {
        return cluster.inputs().contains(input);
    }

    /** What the cluster can add. */
    Set<Step> steps() {
        return steps(way -> true, (place, alone) -> true);
    }

    /** What it can add once an open question has been answered. */
    Set<Step> steps(InputClause open, int answer) {
        return shared.answer(open)
                ? steps(way -> shared.digit(way, open) == answer, (place, alone) -> true)
                : steps(way -> true, (place, alone) -> !own.get(place).answer(open)
                        || own.get(place).digit(alone, open) == answer);
    }

    private interface Choice {
        boolean test(int place, int alone);
    }

    private Set<Step> steps(IntPredicate together, Choice choice) {
        Set<Step> all = new HashSet<>();
        for (int way = 0; way < shared.count(); way++) {
            if (together.test(way)) {
                all.addAll(steps(way, choice));
            }
        }
        return all;
    }

    private Set<Step> steps(int way, Choice choice) {
        Set<Step> sums = Set.of(Step.NONE);
        for (int place = 0; place < steps.size(); place++) {
            Set<Step> more = new HashSet<>();
            for (int alone = 0; alone < steps.get(place)[way].length; alone++) {
                Step step = choice.test(place, alone) ? steps.get(place)[way][alone] : null;
                if (step != null) {
                    sums.forEach(sum -> more.add(sum.plus(step)));
                }
            }
            sums = more;
        }
        return sums;
    }

    /** What is added while a question is open, with what is added once it is answered and all else is the same. */
    Set<Pair> beforeAndAfter(InputClause open) {
        Set<Pair> all = new HashSet<>();
        for (int way = 0; way < shared.count(); way++) {
            int before = shared.answer(open) ? shared.without(way, open) : way;
            if (before != way || !shared.answer(open)) {
                all.addAll(pairs(before, way, open));
            }
        }
        return all;
    }

    private Set<Pair> pairs(int before, int after, InputClause open) {
        Set<Pair> sums = Set.of(Pair.NONE);
        for (int place = 0; place < steps.size(); place++) {
            Completions answers = own.get(place);
            Set<Pair> parts = new HashSet<>();
            for (int alone = 0; alone < answers.count(); alone++) {
                int base = answers.answer(open) ? answers.without(alone, open) : alone;
                Pair.of(steps.get(place)[before][base], steps.get(place)[after][alone])
                        .ifPresent(parts::add);
            }
            sums = Pair.sums(sums, parts);
        }
        return sums;
    }

    /** What each way adds, with what it adds if one of the parts is another. */
    Set<Pair> beside(int place, Ways others) {
        Set<Pair> all = new HashSet<>();
        for (int way = 0; way < shared.count(); way++) {
            Set<Pair> sums = Set.of(Pair.NONE);
            for (int i = 0; i < steps.size(); i++) {
                Set<Pair> parts = new HashSet<>();
                for (int alone = 0; alone < own.get(i).count(); alone++) {
                    Step other = i == place ? others.steps.get(i)[way][alone] : steps.get(i)[way][alone];
                    Pair.of(steps.get(i)[way][alone], other).ifPresent(parts::add);
                }
                sums = Pair.sums(sums, parts);
            }
            all.addAll(sums);
        }
        all.removeIf(pair -> Objects.equals(pair.one(), pair.other()));
        return all;
    }
}
