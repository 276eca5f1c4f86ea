package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.ScalarNode;
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

    /** At the key that a value stands behind. */
    static Finding atKey(Field field, String message) {
        Span span = field.key().map(ScalarNode::span).orElseGet(field::place);
        return new Finding(field.pointer(), span, message, Optional.empty(), Optional.empty());
    }

    /** The same, no more than a note: what is known does not justify more. */
    Finding asNote() {
        return as(Severity.NOTE);
    }

    /** The same, with a severity of its own. */
    Finding as(Severity own) {
        return new Finding(pointer, span, message, Optional.of(own), fix);
    }

    /** The same, with one more sentence. */
    Finding because(String sentence) {
        return new Finding(pointer, span, message + " " + sentence, severity, fix);
    }

    Finding with(Optional<Fix> safeChange) {
        return new Finding(pointer, span, message, severity, safeChange);
    }
}
