package dev.transportadvisor.simulator.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys that an endpoint takes, in the order in which they are named to people. */
final class Words {

    private Words() {}

    /** @param words with a space between them */
    static Set<String> of(String words) {
        return new LinkedHashSet<>(List.of(words.split(" ")));
    }
}
