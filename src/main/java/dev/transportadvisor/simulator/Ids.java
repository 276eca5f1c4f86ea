package dev.transportadvisor.simulator;

import java.util.UUID;

/** Names for what Slack names. */
final class Ids {

    private Ids() {}

    /** For what must not be met by chance or by a stranger: tickets, triggers, URLs. */
    static String unguessable() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
