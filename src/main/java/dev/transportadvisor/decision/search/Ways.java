package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.decision.table.InputClause;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every way of answering the open questions of a cluster, numbered through: the answer to each question is a digit,
 * 0 where it stays open. What follows from other answers is not answered otherwise.
 */
final class Ways {

    private final Cluster cluster;
    private final List<InputClause> open;

    /** By the place of an open question: how far the next answer to it is. */
    private final int[] strides;

    /** How many digits there are for each open question. */
    private final int[] digits;

    /** What the ways add, each once. */
    private final List<PartialScore> scores;

    /** By way: the place of what it adds, or -1 for answers that do not fit together. */
    private final int[] places;

    Ways(Evaluator evaluator, Cluster cluster, int[] given) {
        AnswerClasses classes = evaluator.classes();
        int[] completed = classes.completed(given);
        this.cluster = cluster;
        this.open = cluster.inputs().stream()
                .filter(input -> completed[input.index()] == AnswerClasses.UNKNOWN)
                .toList();
        this.strides = new int[open.size()];
        this.digits = new int[open.size()];
        int count = 1;
        for (int i = 0; i < open.size(); i++) {
            strides[i] = count;
            digits[i] = classes.count(open.get(i)) + 1;
            count *= digits[i];
        }
        Map<PartialScore, Integer> known = new LinkedHashMap<>();
        this.places = new int[count];
        int[] answers = given.clone();
        for (int way = 0; way < count; way++) {
            for (int i = 0; i < open.size(); i++) {
                answers[open.get(i).index()] = digit(way, i);
            }
            places[way] = classes.fitTogether(answers, given)
                    ? known.computeIfAbsent(evaluator.score(cluster.parts(), answers), any -> known.size())
                    : -1;
        }
        this.scores = List.copyOf(known.keySet());
    }

    private int digit(int way, int place) {
        return way / strides[place] % digits[place];
    }

    boolean areAbout(InputClause input) {
        return cluster.inputs().contains(input);
    }

    /** What can be added, each score once. */
    List<PartialScore> scores() {
        return scores;
    }

    /** What can be added once an open question has been answered. */
    Collection<PartialScore> scores(InputClause input, int answer) {
        int place = open.indexOf(input);
        boolean[] found = new boolean[scores.size()];
        for (int way = 0; way < places.length; way++) {
            if (places[way] >= 0 && digit(way, place) == answer) {
                found[places[way]] = true;
            }
        }
        return IntStream.range(0, found.length)
                .filter(i -> found[i])
                .mapToObj(scores::get)
                .toList();
    }

    /**
     * What is added while a question is open, with what is added once it is answered and all else is the same; pairs
     * that differ, each once.
     */
    List<Scores> beforeAndAfter(InputClause input) {
        int place = open.indexOf(input);
        int size = scores.size();
        BitSet pairs = new BitSet();
        for (int way = 0; place >= 0 && way < places.length; way++) {
            int before = places[way - digit(way, place) * strides[place]];
            if (before >= 0 && places[way] >= 0 && places[way] != before) {
                pairs.set(before * size + places[way]);
            }
        }
        return pairs.stream()
                .mapToObj(pair -> new Scores(scores.get(pair / size), scores.get(pair % size)))
                .toList();
    }

    /** What each way adds, with what it adds to another table whose cluster has the same questions. */
    List<Scores> beside(Ways others) {
        return IntStream.range(0, places.length)
                .filter(way -> places[way] >= 0)
                .mapToObj(way -> new Scores(scores.get(places[way]), others.scores.get(others.places[way])))
                .distinct()
                .toList();
    }

    /** Two scores to compare. */
    record Scores(PartialScore one, PartialScore other) {}
}
