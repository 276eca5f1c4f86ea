package dev.transportadvisor.report.knowledge;

import java.util.Locale;

/** The kinds of what is known, in the order in which they are listed. */
public enum KnowledgeKind {
    TRANSPORT("Transports"),
    CRITERION("Criteria"),
    LIMIT("Limits"),
    RULE("Rules"),
    CONTRADICTION("Contradictions"),
    QUESTION("Questions"),
    CAUTION("Cautions"),
    CAPABILITY("Capabilities"),
    CHECK("Checks"),
    /** What {@code lint} can find in a manifest. */
    LINT("Manifest rules");

    private final String heading;

    KnowledgeKind(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
