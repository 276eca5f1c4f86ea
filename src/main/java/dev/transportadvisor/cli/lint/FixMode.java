package dev.transportadvisor.cli.lint;

/** What {@code lint} does with what can be fixed. */
enum FixMode {
    NONE,
    /** Write the fixed files. */
    WRITE,
    /** Show what would be written. */
    SHOW
}
