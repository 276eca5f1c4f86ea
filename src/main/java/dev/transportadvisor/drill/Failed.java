package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import java.util.Optional;

/** The bot did not do what a step expects, in one sentence, and what was seen of it that says more. */
final class Failed extends RuntimeException {

    private final transient Optional<Symptom> symptom;

    Failed(String reason) {
        this(reason, Optional.empty());
    }

    Failed(String reason, Cause cause) {
        this(reason, Optional.of(Symptom.of(cause)));
    }

    Failed(String reason, Optional<Symptom> symptom) {
        super(reason, null, false, false);
        this.symptom = symptom;
    }

    Optional<Symptom> symptom() {
        return symptom;
    }
}
