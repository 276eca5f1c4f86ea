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

    /** Three to five questions, of which rules share some, and two or three alternatives. */
    public static TableText text(Random random) {
        int alternatives = 2 + random.nextInt(2);
        TableText text = TableText.between(Arrays.copyOf(new String[] {"a", "b", "c"}, alternatives));
        List<Question> questions = IntStream.range(0, 3 + random.nextInt(3))
                .mapToObj(i -> new Question("q" + i, pick(Kind.values(), random)))
                .toList();
        questions.forEach(question -> question.addTo(text));
        for (Question question : questions) {
            String criterion = question.kind == Kind.NEED ? question.id : "c" + question.id;
            text.criterion(
                    criterion,
                    IntStream.range(0, alternatives)
                            .mapToObj(i -> pick(FITS, random))
                            .toArray(String[]::new));
            for (int rule = random.nextInt(3); rule > 0; rule--) {
                text.rule(
                        "r" + rule + question.id,
                        criterion,
                        randomConditions(questions, random),
                        pick(IMPORTANCES, random));
            }
        }
        return text;
    }

    private static String randomConditions(List<Question> questions, Random random) {
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
