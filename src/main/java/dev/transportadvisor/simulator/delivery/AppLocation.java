package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.source.Quoted;
import java.util.Optional;
import java.util.function.Function;

/** By which of its installations an app gets what happens in a workspace. */
public final class AppLocation {

    private AppLocation() {}

    /** Why Slack would not send a payload: the app is not there. What tells an app of its removal is sent. */
    public static Optional<String> withholds(Payload payload, Function<String, Optional<Installation>> serving) {
        String team = team(payload);
        return Departure.is(payload) || serving.apply(team).isPresent()
                ? Optional.empty()
                : Optional.of("The app is not installed in the workspace " + Quoted.of(team) + ".");
    }

    /** A complete payload with what its installation brings along. */
    public static Payload of(Payload complete, Function<String, Optional<Installation>> serving) {
        if (Departure.is(complete)) {
            return Departure.completed(complete);
        }
        return serving.apply(team(complete)).equals(Optional.of(Installation.ORGANIZATION))
                ? OrganizationFields.addTo(complete)
                : complete;
    }

    /** In an organization an interaction names no team but that of the person. */
    private static String team(Payload payload) {
        String team = payload.body().path("team_id").asString("");
        String ofInteraction = payload.body().at("/team/id").asString(
                payload.body().at("/user/team_id").asString(Identity.TEAM));
        return team.isEmpty() ? ofInteraction : team;
    }
}
