package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.Keyword;

/** What a bot has of its own where a template has an example. */
enum Word implements Keyword {
    BOT,
    PACKAGE,
    SUMMARY,
    DECISION,
    TRANSPORT,
    REPLICAS,
    /** How many processes an update may start beside the replicas, where it may start one at a time. */
    SURGE,
    /** How many of the replicas an update may stop before it starts others: those that {@link #SURGE} does not. */
    REST,
    /** How many processes there may be where an autoscaler adds some to the replicas. */
    MOST,
    /** The text of {@code manifest.yaml} as it stands in an address. */
    MANIFEST;

    /** The name of the file. */
    static final String MANIFEST_FILE = "manifest.yaml";

    /** Whether a file of this name may hold it: free text needs an escape, and links and Markdown a reader of them. */
    boolean mayStandIn(String path) {
        return switch (this) {
            case SUMMARY -> Escape.of(path).isPresent();
            case DECISION, MANIFEST -> path.endsWith(".md");
            default -> true;
        };
    }
}
