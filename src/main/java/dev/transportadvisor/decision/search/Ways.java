package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.search.Sums.Pair;
import dev.transportadvisor.decision.search.Sums.Step;
import dev.transportadvisor.decision.table.InputClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /** By the way of answering shared questions, the number of its kind: most ways do the same to each part. */
    private final int[] kinds;

    /** By kind, by part, by the way of answering the part's own questions; null if the answers do not fit. */
    private final List<List<List<Step>>> steps = new ArrayList<>();

    Ways(Evaluator evaluator, Lattice lattice, Cluster cluster, int[] given) {
        AnswerClasses classes = evaluator.classes();
        this.cluster = cluster;
        this.shared = new Completions(open(cluster.shared(), given, classes), classes);
        for (Part part : cluster.parts()) {
            List<InputClause> alone = part.inputs().stream()
                    .filter(input -> !cluster.shared().contains(input))
                    .toList();
            own.add(new Completions(open(alone, given, classes), classes));
        }
        this.kinds = kinds(evaluator, lattice, given);
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

    private int[] kinds(Evaluator evaluator, Lattice lattice, int[] given) {
        int[] all = new int[shared.count()];
        Map<List<List<Step>>, Integer> known = new HashMap<>();
        int[] answers = given.clone();
        for (int way = 0; way < all.length; way++) {
            shared.writeTo(answers, way);
            List<List<Step>> kind = new ArrayList<>();
            for (int place = 0; place < own.size(); place++) {
                kind.add(steps(evaluator, lattice, place, answers, given));
            }
            all[way] = known.computeIfAbsent(kind, any -> steps.size());
            if (all[way] == steps.size()) {
                steps.add(kind);
            }
        }
        return all;
    }

    /** @param answers with those to shared questions; as before when this returns */
    private List<Step> steps(Evaluator evaluator, Lattice lattice, int place, int[] answers, int[] given) {
        List<Part> part = List.of(cluster.parts().get(place));
        int member = cluster.members().get(place);
        Completions alone = own.get(place);
        List<Step> all = new ArrayList<>(alone.count());
        for (int way = 0; way < alone.count(); way++) {
            alone.writeTo(answers, way);
            all.add(
                    evaluator.classes().fitTogether(answers, given)
                            ? lattice.step(member, evaluator.score(part, answers))
                            : null);
        }
        alone.writeTo(answers, 0);
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
        IntStream.range(0, shared.count())
                .filter(together)
                .map(way -> kinds[way])
                .distinct()
                .forEach(kind -> all.addAll(steps(steps.get(kind), choice)));
        return all;
    }

    private static Set<Step> steps(List<List<Step>> kind, Choice choice) {
        Set<Step> sums = Set.of(Step.NONE);
        for (int place = 0; place < kind.size(); place++) {
            Set<Step> more = new HashSet<>();
            for (int alone = 0; alone < kind.get(place).size(); alone++) {
                Step step = choice.test(place, alone) ? kind.get(place).get(alone) : null;
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
        Set<List<Integer>> compared = new HashSet<>();
        for (int way = 0; way < shared.count(); way++) {
            int before = shared.answer(open) ? shared.without(way, open) : way;
            boolean isAnswered = before != way || !shared.answer(open);
            if (isAnswered && compared.add(List.of(kinds[before], kinds[way]))) {
                all.addAll(pairs(steps.get(kinds[before]), steps.get(kinds[way]), open));
            }
        }
        return all;
    }

    private Set<Pair> pairs(List<List<Step>> before, List<List<Step>> after, InputClause open) {
        Set<Pair> sums = Set.of(Pair.NONE);
        for (int place = 0; place < own.size(); place++) {
            Completions answers = own.get(place);
            Set<Pair> parts = new HashSet<>();
            for (int alone = 0; alone < answers.count(); alone++) {
                int base = answers.answer(open) ? answers.without(alone, open) : alone;
                Pair.of(before.get(place).get(base), after.get(place).get(alone))
                        .ifPresent(parts::add);
            }
            sums = Pair.sums(sums, parts);
        }
        return sums;
    }

    /** What each way adds, with what it adds if one of the parts is another. */
    Set<Pair> beside(int place, Ways others) {
        Set<Pair> all = new HashSet<>();
        Set<List<Integer>> compared = new HashSet<>();
        for (int way = 0; way < shared.count(); way++) {
            if (compared.add(List.of(kinds[way], others.kinds[way]))) {
                all.addAll(beside(
                        steps.get(kinds[way]), place, others.steps.get(others.kinds[way]).get(place)));
            }
        }
        all.removeIf(pair -> Objects.equals(pair.one(), pair.other()));
        return all;
    }

    private static Set<Pair> beside(List<List<Step>> kind, int place, List<Step> other) {
        Set<Pair> sums = Set.of(Pair.NONE);
        for (int i = 0; i < kind.size(); i++) {
            Set<Pair> parts = new HashSet<>();
            for (int alone = 0; alone < kind.get(i).size(); alone++) {
                Step step = kind.get(i).get(alone);
                Pair.of(step, i == place ? other.get(alone) : step).ifPresent(parts::add);
            }
            sums = Pair.sums(sums, parts);
        }
        return sums;
    }
}
