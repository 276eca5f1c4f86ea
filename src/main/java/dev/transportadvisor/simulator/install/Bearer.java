package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.TokenKind;

/**
 * Whose token it is.
 *
 * @param where the id of the workspace or the organization that it is for; empty for one that is good everywhere
 * @param user for whom it acts; empty if that is of no importance
 * @param trouble Slack's code for a token that is no longer good; empty for a good one
 */
public record Bearer(TokenKind kind, String where, String user, String trouble) {

    /** Whether it is for one workspace alone. */
    public boolean isOfWorkspace() {
        return where.startsWith("T");
    }

    /** Of one that is good everywhere, or of none. */
    public static Bearer of(TokenKind kind) {
        return new Bearer(kind, "", "", "");
    }
}
