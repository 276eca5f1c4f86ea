package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;

/**
 * One of the things to choose from.
 *
 * @param id in kebab case, as files and the command line name it
 * @param title as a heading names it
 * @param name as a sentence names it
 * @param summary one sentence on what it is
 * @param index its place in the table, from 0
 */
public record Alternative(String id, String title, String name, String summary, int index, Location location) {

    /** A table makes each of its alternatives once; to compare all of their texts would be slow and say no more. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
