package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Team;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an app can be installed in: a workspace, or the organization. */
public record Place(String id, String name) {

    public static final List<Place> ALL = Stream.concat(
                    Team.ALL.stream().map(team -> new Place(team.id(), team.name())),
                    Stream.of(new Place(Installation.ENTERPRISE, Installation.ENTERPRISE_NAME)))
            .toList();

    public static Optional<Place> of(String id) {
        return ALL.stream().filter(place -> place.id.equals(id)).findFirst();
    }

    public boolean isOrganization() {
        return id.equals(Installation.ENTERPRISE);
    }
}
