package dev.transportadvisor.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers to one question that no rule can tell apart, so that one of them stands for all. Regions
 * make endless numbers finite, and what is proved for them holds for every answer.
 *
 * @param values the answers in the region; of numbers only those next to a threshold
 * @param tests every test that a rule makes of the question
 * @param signature which of the tests the answers in the region pass
 */
record Region(List<Value> values, List<InputEntry> tests, List<Boolean> signature) {

    /** Any of the answers. */
    Value sample() {
        return values.get(0);
    }

    boolean contains(Value value) {
        return value instanceof Value.Quantity ? signature.equals(signature(tests, value)) : values.contains(value);
    }

    /** The answer in the region that is nearest to another one; a word is as near as any other. */
    Value nearest(Optional<Value> from) {
        return from.orElse(null) instanceof Value.Quantity present
                ? values.stream().min(Comparator.comparing(value -> gap(present, value))).orElseThrow()
                : sample();
    }

    /** The regions of each question of a table, by the index of the question, in ascending order. */
    static List<List<Region>> of(DecisionTable table) {
        return table.inputs().stream().map(input -> of(table, input)).toList();
    }

    private static List<Region> of(DecisionTable table, InputClause input) {
        List<InputEntry> tests = table.criteria().stream()
                .flatMap(criterion -> criterion.derived().stream())
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> condition.input() == input)
                .map(Condition::entry)
                .toList();
        boolean asked = table.criteria().stream()
                .anyMatch(criterion -> criterion.asked().filter(rule -> rule.input() == input).isPresent());
        Map<Object, Region> regions = new LinkedHashMap<>();
        for (Value value : candidates(input, tests)) {
            List<Boolean> signature = signature(tests, value);
            regions.computeIfAbsent(asked ? value : signature, any -> new Region(new ArrayList<>(), tests, signature))
                    .values
                    .add(value);
        }
        return List.copyOf(regions.values());
    }

    private static List<Boolean> signature(List<InputEntry> tests, Value value) {
        return tests.stream().map(test -> test.matches(value)).toList();
    }

    private static List<Value> candidates(InputClause input, List<InputEntry> tests) {
        if (input.domain() instanceof Domain.Numbers numbers) {
            return turningPoints(numbers, tests).stream().<Value>map(Value.Quantity::new).toList();
        }
        return input.domain().allowed().stream().<Value>map(Value.Word::new).toList();
    }

    /** The numbers on both sides of each threshold, in whole steps where there is room for one. */
    private static TreeSet<BigDecimal> turningPoints(Domain.Numbers numbers, List<InputEntry> tests) {
        TreeSet<BigDecimal> points = new TreeSet<>();
        for (InputEntry test : tests) {
            if (test instanceof InputEntry.Compared compared) {
                points.add(compared.turnsAfter());
                points.add(compared.turnsAfter().add(BigDecimal.ONE));
            }
        }
        points.removeIf(point -> point.compareTo(numbers.min()) < 0);
        return points;
    }

    private static BigDecimal gap(Value.Quantity present, Value value) {
        return ((Value.Quantity) value).number().subtract(present.number()).abs();
    }
}
