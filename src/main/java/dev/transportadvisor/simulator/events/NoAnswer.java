package dev.transportadvisor.simulator.events;

import java.net.ConnectException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Nothing came back from the request URL that Slack would count as an answer; the message is Slack's word for it, or
 * our own where it has none.
 */
final class NoAnswer extends RuntimeException {

    /** Our own word: it is not documented how much Slack reads. */
    static final String TOO_LARGE = "answer_too_large";

    /** Our own word: Slack would follow a redirect to another machine, and nothing leaves this one. */
    static final String REDIRECTED_ELSEWHERE = "redirected_elsewhere";

    /** Our own word: a redirect that names no address. */
    static final String REDIRECTED_NOWHERE = "redirected_nowhere";

    /** Also where the connection ended first. */
    private static final String UNKNOWN = "unknown_error";

    /** All that Slack says in {@code x-slack-retry-reason}: docs.slack.dev/apis/events-api. */
    private static final Set<String> OF_SLACK =
            Set.of("http_timeout", "too_many_redirects", "connection_failed", "ssl_error", "http_error", UNKNOWN);

    NoAnswer(String reason) {
        super(reason, null, false, false);
    }

    /** Why a request failed, in the words of {@code x-slack-retry-reason}. */
    static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> word(cause).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What Slack would say to the bot. */
    static String inSlacksWords(String reason) {
        return OF_SLACK.contains(reason) ? reason : UNKNOWN;
    }

    private static Optional<String> word(Throwable cause) {
        if (cause instanceof NoAnswer) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return Optional.of("ssl_error");
        }
        return cause instanceof ConnectException ? Optional.of("connection_failed") : Optional.empty();
    }
}
