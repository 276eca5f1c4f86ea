package dev.transportadvisor.simulator.slack;

import java.util.List;

/**
 * A workspace of the local Slack. There is a second one for an app that may be installed in several.
 *
 * @param id such as {@code T0SIMTEAM}
 */
public record Team(String id, String name, String domain) {

    public static final Team FIRST = new Team(Identity.TEAM, "Local", "local");

    public static final Team SECOND = new Team("T0SIMTWO0", "Second", "second");

    public static final List<Team> ALL = List.of(FIRST, SECOND);
}
