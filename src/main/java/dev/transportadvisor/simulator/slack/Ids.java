package dev.transportadvisor.simulator.slack;

import java.util.UUID;

/** Names for what Slack names. */
public final class Ids {

    private Ids() {}

    /** For what must not be met by chance or by a stranger: tickets, triggers, URLs. */
    public static String unguessable() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
