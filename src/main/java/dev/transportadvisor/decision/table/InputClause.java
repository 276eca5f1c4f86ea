package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;

/**
 * A column of the decision table, and so a question.
 *
 * @param id the key in an answers file
 * @param section the mapping of an answers file that holds the key
 * @param question what to ask a person
 * @param why why it is asked
 * @param domain the answers that it allows
 * @param source where the reason can be read up
 * @param index its place in the table, from 0
 */
public record InputClause(
        String id,
        Section section,
        String question,
        String why,
        Domain domain,
        String source,
        int index,
        Location location) {

    /** The part of an answers file that a question belongs to. */
    public enum Section {
        /** How much something matters to the people who build the bot. */
        NEEDS("needs"),
        /** What is the case, whether anybody likes it or not. */
        CONTEXT("context");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** A table makes each of its questions once; to compare all of their texts would be slow and say no more. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return id;
    }
}
