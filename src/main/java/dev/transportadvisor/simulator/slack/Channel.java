package dev.transportadvisor.simulator.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A channel that everybody in its workspace is in, the bot as well. */
public record Channel(String id, String name, Team team) {

    public static final Channel GENERAL = new Channel(Identity.CHANNEL, "general", Team.FIRST);

    /** Those that are there from the start; there is one more for each id that somebody names. */
    public static final List<Channel> ALL = List.of(
            GENERAL,
            new Channel("C0SIMALRT", "alerts", Team.FIRST),
            new Channel("C0SIMTWO0", "general", Team.SECOND));

    /** The one with this id, or else one of the first workspace that is named after it. */
    public static Channel of(String id) {
        return ALL.stream()
                .filter(channel -> channel.id.equals(id))
                .findFirst()
                .orElseGet(() -> new Channel(id, id.toLowerCase(Locale.ROOT), Team.FIRST));
    }

    /** Whether one can be in this workspace: one that is made up can be in any. */
    public static boolean canBeIn(String id, String team) {
        return Stream.concat(
                        ALL.stream().filter(channel -> channel.id.equals(id)).map(Channel::team),
                        Person.inDirectChannel(id).map(Person::team).stream())
                .allMatch(known -> known.id().equals(team));
    }

    /** Where people of a workspace are when they name no channel. */
    public static Channel first(Team team) {
        return ALL.stream().filter(channel -> channel.team.equals(team)).findFirst().orElse(GENERAL);
    }

    /** The first with this name. */
    public static Optional<Channel> named(String name) {
        return ALL.stream().filter(channel -> channel.name.equals(name)).findFirst();
    }
}
