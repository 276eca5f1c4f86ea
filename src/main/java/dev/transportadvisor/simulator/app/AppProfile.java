package dev.transportadvisor.simulator.app;

import dev.transportadvisor.simulator.slack.Team;
import java.util.List;

/**
 * What people see of an app before they use it.
 *
 * @param name of its bot
 * @param teams the workspaces that it can be in
 * @param scopes what its bot asks for when it is installed; none if that is not known
 */
public record AppProfile(
        String name, List<Command> commands, List<Shortcut> shortcuts, List<Team> teams, List<String> scopes) {

    /** An app of which nothing is known. */
    public static final AppProfile UNKNOWN =
            new AppProfile("bot", List.of(), List.of(), List.of(Team.FIRST), List.of());

    /** @param usageHint what comes behind it; may be empty, as the description may */
    public record Command(String command, String description, String usageHint) {}

    /** @param type {@code global} or {@code message} */
    public record Shortcut(String type, String name, String callbackId) {}
}
