package dev.transportadvisor.decision.table;

import java.util.Optional;

/** The answers to the questions of a table: one value each, or none where it is not known. */
public final class Answers {

    /** What an answers file says where an answer is not known; the same as leaving the key out. */
    public static final String UNKNOWN = "unknown";

    private final Value[] values;

    private Answers(Value[] values) {
        this.values = values;
    }

    /** Nothing is known. */
    public static Answers none(DecisionTable table) {
        return new Answers(new Value[table.inputs().size()]);
    }

    public Optional<Value> value(InputClause input) {
        return Optional.ofNullable(at(input.index()));
    }

    /** A value as an answers file spells it, also where it is not known. */
    public static String text(Optional<Value> value) {
        return value.map(Value::text).orElse(UNKNOWN);
    }

    /** The same answers, but for one; empty makes it unknown. */
    public Answers with(InputClause input, Optional<Value> value) {
        Value[] changed = values.clone();
        changed[input.index()] = value.orElse(null);
        return new Answers(changed);
    }

    /** The value at a place of the table, {@code null} for unknown: evaluation asks millions of times a second. */
    public Value at(int index) {
        return values[index];
    }
}
