package dev.transportadvisor.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small tables, so that all their answers can be tried, in which much can go wrong: see {@link #text}. */
public final class RandomTable {

    private static final String[] ALTERNATIVES = {"a", "b", "c"};
    private static final String[] FITS = {"yes", "partly", "no"};
    private static final String[] WORDS = {"x", "y", "z"};
    private static final String[] IMPORTANCES = {"must", "should", "nice", "no"};
    private static final String[] OPERATORS = {"<", "<=", ">", ">="};

    private RandomTable() {}

    private enum Kind {
        NEED,
        WORDS,
        WHOLE,
        DECIMAL
    }

    /** Decimals are rare, since they take the most ways to try. */
    private static final Kind[] KINDS = {
        Kind.NEED, Kind.NEED, Kind.NEED, Kind.WORDS, Kind.WORDS, Kind.WHOLE, Kind.WHOLE, Kind.DECIMAL
    };

    private record Question(String id, Kind kind) {

        void addTo(TableText text) {
            switch (kind) {
                case NEED -> text.need(id);
                case WORDS -> text.words(id, "x", "y", "z");
                case WHOLE -> text.number(id, "1", true);
                case DECIMAL -> text.number(id, "0", false);
            }
        }

        String randomTest(Random random) {
            String test =
                    switch (kind) {
                        case NEED -> "[" + pick(IMPORTANCES, random) + ", " + pick(IMPORTANCES, random) + "]";
                        case WORDS -> "[" + pick(WORDS, random) + ", " + pick(WORDS, random) + "]";
                        case WHOLE -> "'" + pick(OPERATORS, random) + " " + random.nextInt(4) + "'";
                        case DECIMAL ->
                            "'" + pick(OPERATORS, random) + " " + random.nextInt(3) + "." + 5 * random.nextInt(2) + "'";
                    };
            return id + ": " + test;
        }
    }

    /** Three or four questions, of which rules share some, and two or three alternatives. */
    public static TableText text(Random random) {
        int alternatives = 2 + random.nextInt(2);
        TableText text = TableText.between(Arrays.copyOf(ALTERNATIVES, alternatives));
        List<Question> questions = IntStream.range(0, 3 + random.nextInt(2))
                .mapToObj(i -> new Question("q" + i, i == 0 ? Kind.WORDS : pick(KINDS, random)))
                .toList();
        questions.forEach(question -> question.addTo(text));
        List<Question> facts =
                questions.stream().filter(question -> question.kind != Kind.NEED).toList();
        for (Question question : questions) {
            String criterion = question.kind == Kind.NEED ? question.id : "c" + question.id;
            text.criterion(
                    criterion,
                    IntStream.range(0, alternatives)
                            .mapToObj(i -> randomFit(facts, random))
                            .toArray(String[]::new));
            for (int rule = random.nextInt(3); rule > 0; rule--) {
                text.rule("r" + rule + question.id, criterion, guard(questions, random), pick(IMPORTANCES, random));
            }
            if (question.kind == Kind.NEED && random.nextInt(3) == 0) {
                text.denial("d" + question.id, question.id, guard(facts, random));
            }
        }
        addFacts(text, facts, Arrays.copyOf(ALTERNATIVES, alternatives), random);
        return text;
    }

    /** What facts alone bring about. */
    private static void addFacts(TableText text, List<Question> facts, String[] alternatives, Random random) {
        for (int limit = random.nextInt(3); limit > 0; limit--) {
            text.limit("l" + limit, pick(alternatives, random), conditions(facts, random), conditions(facts, random));
        }
        if (random.nextInt(3) == 0) {
            text.notNeeded(facts.get(0).randomTest(random));
        }
        if (random.nextInt(2) == 0) {
            text.defaultWhere(guard(facts, random), pick(alternatives, random));
        }
        if (facts.size() > 1 && random.nextInt(2) == 0) {
            text.implication(
                    facts.get(0).id, facts.get(1).randomTest(random), pick(WORDS, random));
        }
    }

    private static String randomFit(List<Question> facts, Random random) {
        String plain = pick(FITS, random);
        return random.nextInt(3) > 0
                ? plain
                : plain + " where " + pick(facts.toArray(Question[]::new), random).randomTest(random) + " is "
                        + pick(FITS, random);
    }

    private static String guard(List<Question> questions, Random random) {
        return conditions(questions, random)
                + (random.nextInt(3) > 0 ? "" : " unless " + conditions(questions, random));
    }

    private static String conditions(List<Question> questions, Random random) {
        List<Question> shuffled = new ArrayList<>(questions);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(1 + random.nextInt(2))
                .map(question -> question.randomTest(random))
                .collect(Collectors.joining(", "));
    }

    private static <T> T pick(T[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
