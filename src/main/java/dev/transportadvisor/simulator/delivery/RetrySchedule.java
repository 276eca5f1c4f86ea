package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.Limits;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When Slack tries again.
 *
 * @param pauses before the first retry, the second, and so on, as at Slack
 */
public record RetrySchedule(List<Duration> pauses) {

    /** Slash commands and interactions: the user sees an error at once. */
    public static final RetrySchedule NEVER = new RetrySchedule(List.of());

    public static final RetrySchedule EVENTS = new RetrySchedule(Limits.RETRY_PAUSES);

    /** For apps that opted in to delayed events. */
    public static final RetrySchedule DELAYED_EVENTS = new RetrySchedule(Stream.concat(
                    Limits.RETRY_PAUSES.stream(),
                    Collections.nCopies(Limits.DELAYED_EVENT_TRIES, Limits.DELAYED_EVENT_PAUSE).stream())
            .toList());

    /** @param number of the attempt that failed, 0 for the first */
    Optional<Duration> pauseAfter(int number) {
        return number < pauses.size() ? Optional.of(pauses.get(number)) : Optional.empty();
    }
}
