package dev.transportadvisor.cli.console;

/** What the program tells the shell; the same in every output format. */
public enum ExitCode {
    OK(0),
    /** Findings at or above the threshold, a conflict, an expectation that is not met. */
    FINDINGS(1),
    /** Wrong usage, or input that cannot be read or is invalid. */
    USAGE(2),
    /** A bug of ours. */
    FAILURE(3),
    /** Ctrl-C: 128 and the number of the signal, as shells have it. */
    INTERRUPTED(130);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
