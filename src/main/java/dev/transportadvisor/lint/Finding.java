package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.Span;
import java.util.Optional;

/**
 * What a check found, before a rule gives it its name.
 *
 * @param severity where it differs from the rule's
 */
record Finding(String pointer, Span span, String message, Optional<Severity> severity, Optional<Fix> fix) {

    /** At a value, as severe as the rule says. */
    static Finding at(Field field, String message) {
        return new Finding(field.pointer(), field.place(), message, Optional.empty(), Optional.empty());
    }

    /** The same, no more than a note: what is known does not justify more. */
    Finding asNote() {
        return new Finding(pointer, span, message, Optional.of(Severity.NOTE), fix);
    }

    Finding with(Optional<Fix> safeChange) {
        return new Finding(pointer, span, message, severity, safeChange);
    }
}
