package dev.transportadvisor.simulator.install;

import java.util.List;

/**
 * Somebody's yes to an app.
 *
 * @param where the id of the workspace or the organization that it is installed in
 * @param user who says yes
 * @param redirectUri where they are sent back to, as the app has asked for it; empty if it has not
 * @param scopes of the bot
 * @param userScopes of the one who says yes; none if the app wants nothing in their name
 */
public record Approval(String where, String user, String redirectUri, List<String> scopes, List<String> userScopes) {}
