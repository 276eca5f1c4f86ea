package dev.transportadvisor.decision.answers;

import java.util.List;
import java.util.Optional;

/**
 * The bot that a decision is about.
 *
 * @param name names the bot's folder, artifact and slash command
 * @param summary one line on what it does; may be empty
 * @param language of {@link #LANGUAGES}, what it is to be written in; empty where nobody has said
 * @param systems of {@link #SYSTEMS}, those that it works with; none where nobody has said
 */
public record Bot(String name, String summary, Optional<String> language, List<String> systems) {

    /** Those that Slack keeps a Bolt for. */
    public static final List<String> LANGUAGES = List.of("java", "javascript", "python");

    /** The private systems that there are listeners for. */
    public static final List<String> SYSTEMS = List.of("prometheus", "argo-cd", "jenkins");

    public Bot {
        systems = List.copyOf(systems);
    }

    public Bot(String name, String summary) {
        this(name, summary, Optional.empty(), List.of());
    }

    public Bot withName(String other) {
        return new Bot(other, summary, language, systems);
    }

    public Bot withLanguage(String other) {
        return new Bot(name, summary, Optional.of(other), systems);
    }

    public Bot withSummary(String other) {
        return new Bot(name, other, language, systems);
    }
}
