package dev.transportadvisor.simulator.install;

import java.util.List;

/**
 * What an app's manifest says about its installation.
 *
 * @param redirectUrls where a person may be sent back to; none if nobody else can install it
 * @param isOrgWide whether it may be installed in a whole organization
 * @param rotatesTokens whether its tokens expire
 */
public record OAuthApp(List<String> redirectUrls, boolean isOrgWide, boolean rotatesTokens) {

    /** An app of which nothing is known. */
    public static final OAuthApp UNKNOWN = new OAuthApp(List.of(), true, false);

    /** Whether others can install it: where they are sent back to is declared. */
    public boolean isDistributed() {
        return !redirectUrls.isEmpty();
    }
}
