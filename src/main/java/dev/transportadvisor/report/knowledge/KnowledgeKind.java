package dev.transportadvisor.report.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of what is known, in the order in which they are listed. */
public enum KnowledgeKind {
    TRANSPORT("Transports"),
    CRITERION("Criteria"),
    LIMIT("Limits"),
    RULE("Rules"),
    CONTRADICTION("Contradictions"),
    QUESTION("Questions"),
    CAUTION("Cautions"),
    CAPABILITY("Capabilities"),
    CHECK("Checks"),
    /** What {@code lint} can find in a manifest. */
    LINT("Manifest rules"),
    /** What {@code drill} plays. */
    SCENARIO("Scenarios of the drill"),
    /** What Slack shows or answers when something is wrong. */
    SLACK("Words of Slack's"),
    /** What this program's own reports say. */
    TERM("Words of reports"),
    ANSWER("Answers"),
    EVENT("Events"),
    SCOPE("Scopes"),
    METHOD("Methods of the Web API"),
    /** What may stand in a manifest. */
    FIELD("Fields of a manifest"),
    /** A slash command that Slack keeps for itself. */
    COMMAND("Commands of Slack's own"),
    HOST("Hosts");

    private final String heading;

    KnowledgeKind(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a catalogue to look things up in, too long for a list of everything. */
    public boolean isCatalogue() {
        return compareTo(TERM) > 0;
    }

    public static Optional<KnowledgeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The words of all kinds, for "allowed" in messages. */
    public static String words() {
        return Arrays.stream(values()).map(KnowledgeKind::word).collect(Collectors.joining(", "));
    }
}
