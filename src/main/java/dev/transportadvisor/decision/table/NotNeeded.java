package dev.transportadvisor.decision.table;

import java.util.List;

/**
 * When none of the alternatives is needed.
 *
 * @param instead what does it, as the end of a sentence
 * @param steps what to do, a sentence each
 */
public record NotNeeded(Guard when, String because, String instead, List<String> steps, String source) {

    public NotNeeded {
        steps = List.copyOf(steps);
    }
}
