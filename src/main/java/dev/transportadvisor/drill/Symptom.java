package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.Optional;

/**
 * What was seen of a bot that failed.
 *
 * @param unanswered the kind of what was not acknowledged; empty if it is not that
 */
public record Symptom(Cause cause, Optional<Payload.Kind> unanswered) {

    static Symptom of(Cause cause) {
        return new Symptom(cause, Optional.empty());
    }
}
