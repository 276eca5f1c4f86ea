package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Why an attempt failed.
 *
 * @param words for people, in the middle of a sentence
 * @param cause what it says of the bot; empty where that is no more than the scenario says
 */
record Trouble(String words, Optional<Cause> cause) {

    /** So far nothing has failed, and nothing has come. */
    static final Trouble NO_ANSWER_YET = new Trouble("no answer yet", Cause.LATE);

    /** What no end and no start of a process explains. */
    private static final Set<Cause> REFUSALS =
            Set.of(Cause.SIGNATURE, Cause.PATH, Cause.REDIRECT, Cause.NOT_UNDERSTOOD);

    private Trouble(String words, Cause cause) {
        this(words, Optional.of(cause));
    }

    /** @param attempt one that failed */
    static Trouble of(Attempt attempt) {
        String failure = attempt.failure().orElse("");
        return switch (failure) {
            case "timeout", "http_timeout" -> new Trouble("no answer within 3 s", Cause.LATE);
            case "no_connection" -> new Trouble("no open connection", Optional.empty());
            case "connection_failed" -> new Trouble("connection refused", Cause.UNREACHABLE);
            case "too_many_redirects" -> new Trouble("more redirects than Slack follows", Cause.REDIRECT);
            case "redirected_elsewhere" -> new Trouble("a redirect to another machine", Cause.REDIRECT);
            case "redirected_nowhere" -> new Trouble("a redirect without an address", Cause.REDIRECT);
            case "unknown_error" -> new Trouble("the connection ended without an answer", Cause.CRASH);
            case "answer_too_large" -> new Trouble("an answer of more than 1 MiB", Cause.ENDLESS_ANSWER);
            case "challenge_failed" -> new Trouble("the answer did not hold the challenge", Optional.empty());
            case "challenge_type" -> new Trouble(
                    "the challenge came back with a content type that does not fit", Optional.empty());
            default -> ofStatus(attempt).orElse(new Trouble(failure, Optional.empty()));
        };
    }

    /** Whether the bot has answered that it does not want what it was sent. */
    boolean isRefusal() {
        return cause.filter(REFUSALS::contains).isPresent();
    }

    private static Optional<Trouble> ofStatus(Attempt attempt) {
        OptionalInt status = attempt.answer().map(Answer::status).orElse(OptionalInt.empty());
        return status.stream()
                .mapToObj(number -> new Trouble("HTTP " + number, Cause.ofStatus(number)))
                .findFirst();
    }
}
