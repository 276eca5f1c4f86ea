package dev.transportadvisor.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was measured while a scenario was played.
 *
 * @param answers how long each answer took, the shortest first
 * @param handling empty where nothing had to be handled
 * @param deaf the longest time in which what was sent did not reach the bot, where something was sent all the time
 * @param shares what each of several replicas got and did; empty for one alone
 */
public record Measurement(
        List<Duration> answers, Optional<Handling> handling, Optional<Duration> deaf, List<Share> shares) {

    /** Nothing was measured. */
    public static final Measurement NONE = new Measurement(List.of(), Optional.empty(), Optional.empty(), List.of());

    /**
     * What became of events, commands and clicks.
     *
     * @param handled how many had an effect
     * @param duplicates effects that came a second time
     * @param lost how many had none
     */
    public record Handling(int handled, int duplicates, int lost) {}

    /**
     * What a replica got and did.
     *
     * @param replica its name
     * @param deliveries how often something was sent to it, repeats included
     * @param effects how often it did something that somebody in Slack would see
     */
    public record Share(String replica, int deliveries, int effects) {}

    public Measurement {
        shares = List.copyOf(shares);
        answers = answers.stream().sorted().toList();
    }

    /**
     * The time within which so many of the answers came, by the nearest rank; empty without answers.
     *
     * @param percent from 1 to 100
     */
    public Optional<Duration> percentile(int percent) {
        int rank = (answers.size() * percent + 99) / 100;
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(rank - 1));
    }
}
