package dev.transportadvisor.lint.shape;

import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.Keyword;
import java.util.Optional;

/**
 * A place where a manifest is not of the shape that Slack describes.
 */
public record ShapeFault(Kind kind, Finding finding) {

    /** What can be wrong; each is a rule of its own. */
    public enum Kind implements Keyword {
        DUPLICATE_KEY,
        UNKNOWN_KEY,
        MISPLACED_KEY,
        WRONG_TYPE,
        MISSING_KEY,
        TEXT_LENGTH,
        ITEM_COUNT,
        INVALID_VALUE
    }

    static ShapeFault at(Kind kind, Field field, String message) {
        return new ShapeFault(kind, Finding.at(field, message));
    }

    static ShapeFault atKey(Kind kind, Field field, String message) {
        return new ShapeFault(kind, Finding.atKey(field, message));
    }

    /** The same, with what would most likely put it right, where that is known. */
    ShapeFault with(Optional<Remedy> remedy) {
        return new ShapeFault(kind, finding.with(remedy.stream().toList()));
    }

    /** The same, with what to do in this case. */
    ShapeFault advising(String order) {
        return new ShapeFault(kind, finding.advising(Optional.of(order)));
    }

    /** The same, in place of so many more like it. */
    ShapeFault standingFor(int more) {
        return new ShapeFault(kind, finding.standingFor(finding.count() + more));
    }

    ShapeFault as(Severity severity) {
        return new ShapeFault(kind, finding.as(severity));
    }

    /** The same, with the reason for which it is no more than this severe. */
    ShapeFault as(Severity severity, String because) {
        return new ShapeFault(kind, finding.as(severity).because(because));
    }
}
