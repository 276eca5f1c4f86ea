package dev.transportadvisor.lint.shape;

import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import java.util.Optional;

/**
 * A place where a manifest is not of the shape that Slack describes.
 *
 * @param remedy what would most likely put it right, where that is known
 */
public record ShapeFault(Kind kind, Finding finding, Optional<Remedy> remedy) {

    /** What can be wrong; each is a rule of its own. */
    public enum Kind {
        DUPLICATE_KEY("duplicate-key"),
        UNKNOWN_KEY("unknown-key"),
        MISPLACED_KEY("misplaced-key"),
        WRONG_TYPE("wrong-type"),
        MISSING_KEY("missing-key"),
        TEXT_LENGTH("text-length"),
        ITEM_COUNT("item-count"),
        INVALID_VALUE("invalid-value");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in the file of a rule. */
        public String word() {
            return word;
        }
    }

    static ShapeFault of(Kind kind, Finding finding) {
        return new ShapeFault(kind, finding, Optional.empty());
    }

    static ShapeFault at(Kind kind, Field field, String message) {
        return of(kind, Finding.at(field, message));
    }

    static ShapeFault atKey(Kind kind, Field field, String message) {
        return of(kind, Finding.atKey(field, message));
    }

    ShapeFault with(Optional<Remedy> better) {
        return new ShapeFault(kind, finding, better);
    }

    ShapeFault as(Severity severity) {
        return new ShapeFault(kind, finding.as(severity), remedy);
    }

    /** The same, with the reason for which it is no more than this severe. */
    ShapeFault as(Severity severity, String because) {
        return new ShapeFault(kind, finding.as(severity).because(because), remedy);
    }
}
