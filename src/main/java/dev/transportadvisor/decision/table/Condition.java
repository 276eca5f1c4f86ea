package dev.transportadvisor.decision.table;

/** One cell of a row: a test on the answer to a question. An unknown answer passes no test. */
public record Condition(InputClause input, InputEntry entry) {

    public boolean holds(Answers answers) {
        Value value = answers.at(input.index());
        return value != null && entry.matches(value);
    }

    /** Such as {@code workspaces: > 50}. */
    public String text() {
        return input.id() + ": " + entry.text();
    }
}
