package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.Optional;

/**
 * What was seen of a bot that failed.
 *
 * @param kind of what was not acknowledged, or had no effect at all; empty where it does not matter
 */
public record Symptom(Cause cause, Optional<Payload.Kind> kind) {

    /** Whether both have one reason. Sockets that nobody needs take whatever comes, each time another payload. */
    boolean isTheSame(Symptom other) {
        return cause == other.cause
                && (cause == Cause.SURPLUS_SOCKETS || kind.isPresent() && kind.equals(other.kind));
    }

    static Symptom of(Cause cause) {
        return new Symptom(cause, Optional.empty());
    }
}
