package dev.transportadvisor.lint.check;

import java.util.List;

/** Whether something holds of a manifest. */
enum Truth {
    YES,
    NO,
    /** A placeholder stands in the place that would tell. */
    UNKNOWN;

    /** Yes where all are yes, no where one is no. */
    static Truth ofAll(List<Truth> truths) {
        if (truths.contains(NO)) {
            return NO;
        }
        return truths.contains(UNKNOWN) ? UNKNOWN : YES;
    }

    Truth negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
