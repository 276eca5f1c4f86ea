package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.InputEntry;
import dev.transportadvisor.decision.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers to one question that no rule can tell apart, so that one of them stands for all. Classes
 * make endless numbers finite, and what is proved for them holds for every answer.
 *
 * @param values the answers in the class; of numbers only those next to a threshold
 * @param tests every test that a rule makes of the question
 * @param signature which of the tests the answers in the class pass
 */
public record AnswerClass(List<Value> values, List<InputEntry> tests, List<Boolean> signature) {

    /** Written out, since {@link Comparator#comparing} makes classes at run time, which a start pays for. */
    private static final Comparator<Value> BY_NUMBER = (one, other) -> number(one).compareTo(number(other));

    /** Any of the answers. */
    public Value sample() {
        return values.get(0);
    }

    boolean contains(Value value) {
        return value instanceof Value.Quantity ? passesAlike(value) : values.contains(value);
    }

    private boolean passesAlike(Value value) {
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).matches(value) != signature.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The answer in the class that is nearest to another one; a word is as near as any other. */
    public Value nearest(Optional<Value> from) {
        return from.orElse(null) instanceof Value.Quantity present
                ? values.stream()
                        .min((one, other) -> gap(present, one).compareTo(gap(present, other)))
                        .orElseThrow()
                : sample();
    }

    /**
     * The classes of each question of a table, by the index of the question, in ascending order;
     * none for a question that no rule asks.
     */
    static List<List<AnswerClass>> of(DecisionTable table) {
        List<List<InputEntry>> tests = new ArrayList<>();
        table.inputs().forEach(input -> tests.add(new ArrayList<>()));
        boolean[] asked = new boolean[tests.size()];
        table.criteria().stream()
                .flatMap(criterion -> criterion.asked().stream())
                .forEach(rule -> asked[rule.input().index()] = true);
        table.decisiveConditions()
                .forEach(condition -> tests.get(condition.input().index()).add(condition.entry()));
        return table.inputs().stream()
                .map(input -> of(input, List.copyOf(tests.get(input.index())), asked[input.index()]))
                .toList();
    }

    /** @param asked whether a rule asks for the answer itself, so that each word is a class */
    private static List<AnswerClass> of(InputClause input, List<InputEntry> tests, boolean asked) {
        if (tests.isEmpty() && !asked) {
            return List.of();
        }
        List<AnswerClass> classes = new ArrayList<>();
        for (Value value : candidates(input, tests)) {
            Optional<AnswerClass> same =
                    classes.stream().filter(found -> !asked && found.passesAlike(value)).findFirst();
            same.orElseGet(() -> added(classes, tests, value)).values.add(value);
        }
        return List.copyOf(classes);
    }

    private static AnswerClass added(List<AnswerClass> classes, List<InputEntry> tests, Value value) {
        AnswerClass found = new AnswerClass(new ArrayList<>(), tests, signature(tests, value));
        classes.add(found);
        return found;
    }

    private static List<Boolean> signature(List<InputEntry> tests, Value value) {
        return tests.stream().map(test -> test.matches(value)).toList();
    }

    private static List<Value> candidates(InputClause input, List<InputEntry> tests) {
        return input.domain() instanceof Domain.Numbers numbers
                ? numbers(numbers, tests)
                : input.domain().allowed().stream().<Value>map(Value.Word::new).toList();
    }

    /** At least one number of each class: in whole steps from a threshold where there is room for one. */
    private static List<Value> numbers(Domain.Numbers domain, List<InputEntry> tests) {
        List<Value> whole = beside(domain, tests, BigDecimal.ONE).toList();
        Set<List<Boolean>> covered =
                whole.stream().map(value -> signature(tests, value)).collect(Collectors.toSet());
        Stream<Value> lowest = domain.parse(domain.min().toPlainString()).stream();
        Stream<Value> finest = Stream.concat(beside(domain, tests, Domain.Numbers.FINEST), lowest)
                .filter(value -> !covered.contains(signature(tests, value)));
        return Stream.concat(whole.stream(), finest)
                .collect(Collectors.toCollection(() -> new TreeSet<>(BY_NUMBER)))
                .stream()
                .toList();
    }

    /** The numbers on both sides of each threshold, as far as the question allows them. */
    private static Stream<Value> beside(Domain.Numbers domain, List<InputEntry> tests, BigDecimal step) {
        return tests.stream()
                .filter(InputEntry.Compared.class::isInstance)
                .map(test -> ((InputEntry.Compared) test).turnsAfter(step))
                .flatMap(lower -> Stream.of(lower, lower.add(step)))
                .flatMap(number -> domain.parse(number.toPlainString()).stream());
    }

    private static BigDecimal gap(Value.Quantity present, Value value) {
        return number(value).subtract(present.number()).abs();
    }

    private static BigDecimal number(Value value) {
        return ((Value.Quantity) value).number();
    }
}
