package dev.transportadvisor.simulator.install;

/** Slack gives no token. */
public final class OAuthTrouble extends RuntimeException {

    /** @param error Slack's code, such as {@code invalid_code} */
    OAuthTrouble(String error) {
        super(error, null, false, false);
    }
}
