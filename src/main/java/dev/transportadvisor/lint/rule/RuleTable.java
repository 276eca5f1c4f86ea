package dev.transportadvisor.lint.rule;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By key, which rules have something to ask: most rules are about places that most manifests do not have, and one walk
 * through the places of all rules is far shorter than to ask each.
 */
public final class RuleTable {

    /** A key on the way to places that rules are about. */
    private static final class Step {

        private final Map<String, Step> next = new HashMap<>();

        /** The numbers of the lists of places in which this one stands. */
        private final BitSet here = new BitSet();

        /** The same for all places from here on. */
        private final BitSet below = new BitSet();
    }

    private final List<LintRule> rules;

    /** By rule, the numbers of its lists, of each of which a manifest must have one place. */
    private final List<BitSet> asked = new ArrayList<>();

    private final Step document = new Step();

    public RuleTable(List<LintRule> rules) {
        this.rules = List.copyOf(rules);
        int number = 0;
        for (LintRule rule : rules) {
            BitSet numbers = new BitSet();
            for (List<FieldPath> places : rule.check().places()) {
                for (FieldPath place : places) {
                    add(place, number);
                }
                numbers.set(number++);
            }
            asked.add(numbers);
        }
    }

    private void add(FieldPath place, int number) {
        Step step = document;
        step.below.set(number);
        for (String key : place.steps()) {
            step = step.next.computeIfAbsent(key, any -> new Step());
            step.below.set(number);
        }
        step.here.set(number);
    }

    /** The rules that may find something in a manifest. */
    public Stream<LintRule> about(Field manifest) {
        BitSet found = new BitSet();
        search(manifest, document, found);
        return IntStream.range(0, rules.size())
                .filter(rule -> isIn(asked.get(rule), found))
                .mapToObj(rules::get);
    }

    /** As {@link FieldPath#in} goes: what is yet to be filled in stands for all that would be behind it. */
    private static void search(Field field, Step step, BitSet found) {
        if (step.next.isEmpty() || field.isPlaceholder()) {
            found.or(step.below);
            return;
        }
        found.or(step.here);
        step.next.forEach((key, next) -> {
            if (key.equals(FieldPath.ANY)) {
                field.children().forEach(child -> search(child, next, found));
            } else {
                Optional<Field> child = field.child(key).or(() -> field.child(Field.MERGE));
                child.ifPresent(it -> search(it, next, found));
            }
        });
    }

    private static boolean isIn(BitSet some, BitSet all) {
        for (int number = some.nextSetBit(0); number >= 0; number = some.nextSetBit(number + 1)) {
            if (!all.get(number)) {
                return false;
            }
        }
        return true;
    }
}
