package dev.transportadvisor.simulator.events;

import java.net.ConnectException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Nothing came back from the request URL that Slack would count as an answer; the message is Slack's word for it. */
final class NoAnswer extends RuntimeException {

    NoAnswer(String reason) {
        super(reason, null, false, false);
    }

    /** Why a request failed, in the words of {@code x-slack-retry-reason}. */
    static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> word(cause).stream())
                .findFirst()
                .orElse("unknown_error");
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
