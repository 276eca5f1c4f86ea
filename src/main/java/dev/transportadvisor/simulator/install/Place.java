package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Person;
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

    /** Who says yes to an app there: the first one who is there, and Ada in the organization. */
    Person person() {
        return Person.ALL.stream()
                .filter(somebody -> somebody.team().id().equals(id))
                .findFirst()
                .orElse(Person.ADA);
    }

    public boolean isOrganization() {
        return id.equals(Installation.ENTERPRISE);
    }
}
