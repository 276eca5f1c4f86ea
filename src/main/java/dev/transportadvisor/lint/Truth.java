package dev.transportadvisor.lint;

/** Whether something holds of a manifest. */
enum Truth {
    YES,
    NO,
    /** A placeholder stands in the place that would tell. */
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    Truth negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
