package dev.transportadvisor.simulator.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody in a workspace of the local Slack, as whom one can act.
 *
 * @param directChannel where only this person and the bot write
 */
public record Person(String id, String name, String realName, String directChannel, Team team) {

    /** Who acts where nobody is named. */
    public static final Person ADA = new Person(Identity.USER, "ada", "Ada", Identity.DIRECT_CHANNEL, Team.FIRST);

    public static final List<Person> ALL = List.of(
            ADA,
            new Person("U0SIMBEN0", "ben", "Ben", "D0SIMBEN0", Team.FIRST),
            new Person("U0SIMCLEO", "cleo", "Cleo", "D0SIMCLEO", Team.FIRST),
            new Person("U0SIMDEE0", "dee", "Dee", "D0SIMDEE0", Team.SECOND),
            new Person("U0SIMELI0", "eli", "Eli", "D0SIMELI0", Team.SECOND));

    public static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.id.equals(id)).findFirst();
    }

    /** The one with this id, or else one of the first workspace who is named after it. */
    public static Person of(String id) {
        return find(id).orElseGet(() -> new Person(
                id, id.toLowerCase(Locale.ROOT), id, "D" + id.substring(Math.min(1, id.length())), Team.FIRST));
    }

    /** The one whose direct channel this is. */
    public static Optional<Person> inDirectChannel(String channel) {
        return ALL.stream()
                .filter(person -> person.directChannel.equals(channel))
                .findFirst();
    }
}
