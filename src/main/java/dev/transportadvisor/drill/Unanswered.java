package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was not acknowledged, or too late, and what that says about the bot.
 *
 * @param deliveries at least one
 * @param all how many there were, with those that were acknowledged
 */
record Unanswered(List<Delivery> deliveries, int all) {

    Failed failure(ScenarioRun run) {
        String share = deliveries.size() + " of " + all + (deliveries.size() == 1 ? " was" : " were");
        String seen = share + " not acknowledged (" + first().payload().name() + ": " + trouble() + ").";
        Optional<Cause> cause = cause().map(known -> known == Cause.LATE ? whyLate(run) : known);
        return new Failed(
                seen + more(cause, run),
                cause.map(known -> new Symptom(known, Optional.of(first().payload().kind()))));
    }

    private Cause whyLate(ScenarioRun run) {
        if (isOverSurplusSockets(run)) {
            return Cause.SURPLUS_SOCKETS;
        }
        return isStuckInFramework(run) ? Cause.NEVER_CALLED : Cause.LATE;
    }

    private static String more(Optional<Cause> cause, ScenarioRun run) {
        if (cause.equals(Optional.of(Cause.SURPLUS_SOCKETS))) {
            return " The bot holds " + run.openSockets().size()
                    + " sockets, and those that got it answer nothing.";
        }
        boolean isLikeThat = cause.filter(Set.of(Cause.NEVER_CALLED, Cause.SIGNATURE)::contains).isPresent();
        return isLikeThat && isStuckInFramework(run) ? " " + run.session().apiAddress().sentence() : "";
    }

    /**
     * Bolt asks Slack who the bot is before it calls a listener: whoever asks in vain answers nothing, or 401. That a
     * challenge was answered shows that signatures are understood.
     */
    private static boolean isStuckInFramework(ScenarioRun run) {
        return !run.session().hasCalled()
                && run.session().apiAddress().isNeededByFramework()
                && run.slack().deliveries().stream().anyMatch(Unanswered::isChallengeAnswered);
    }

    private static boolean isChallengeAnswered(Delivery delivery) {
        return delivery.payload().kind() == Payload.Kind.URL_VERIFICATION
                && delivery.state() == Delivery.State.ACKNOWLEDGED;
    }

    private Delivery first() {
        return deliveries.get(0);
    }

    /** The last attempt that failed: the ones before may have come while the bot was meant to be away. */
    private Optional<Attempt> attempt() {
        return failed(first()).reduce((earlier, later) -> later);
    }

    private static Stream<Attempt> failed(Delivery delivery) {
        return delivery.attempts().stream().filter(attempt -> attempt.failure().isPresent());
    }

    private static OptionalInt status(Attempt attempt) {
        return attempt.answer().map(Answer::status).orElse(OptionalInt.empty());
    }

    private String trouble() {
        return attempt().map(Unanswered::words).orElse("no answer yet");
    }

    private static String words(Attempt attempt) {
        String failure = attempt.failure().orElse("");
        OptionalInt status = status(attempt);
        return switch (failure) {
            case "timeout", "http_timeout" -> "no answer within 3 s";
            case "no_connection" -> "no open connection";
            case "connection_failed" -> "connection refused";
            case "too_many_redirects" -> "more redirects than Slack follows";
            case "redirected_elsewhere" -> "a redirect to another machine";
            case "answer_too_large" -> "an answer of more than 1 MiB";
            case "challenge_failed" -> "the answer did not hold the challenge";
            case "challenge_type" -> "the challenge came back with a content type that does not fit";
            default -> status.isPresent() ? "HTTP " + status.getAsInt() : failure;
        };
    }

    /** What it says; nothing where it says no more than the scenario. */
    private Optional<Cause> cause() {
        return attempt().map(Unanswered::cause).orElse(Optional.of(Cause.LATE));
    }

    private static Optional<Cause> cause(Attempt attempt) {
        OptionalInt status = status(attempt);
        return switch (attempt.failure().orElse("")) {
            case "timeout", "http_timeout" -> Optional.of(Cause.LATE);
            case "connection_failed" -> Optional.of(Cause.UNREACHABLE);
            case "too_many_redirects", "redirected_elsewhere" -> Optional.of(Cause.REDIRECT);
            case "answer_too_large" -> Optional.of(Cause.ENDLESS_ANSWER);
            case "http_error" -> status.stream().mapToObj(Cause::ofStatus).findFirst();
            default -> Optional.empty();
        };
    }

    /** Whether most of it went to sockets that never answered anything, while a process needs no more than one. */
    private boolean isOverSurplusSockets(ScenarioRun run) {
        if (run.openSockets().size() <= run.session().processes()) {
            return false;
        }
        Set<String> answering = run.slack().deliveries().stream()
                .flatMap(delivery -> delivery.attempts().stream())
                .filter(attempt -> attempt.answer().isPresent())
                .map(Attempt::via)
                .collect(Collectors.toSet());
        Map<Boolean, Long> attempts = deliveries.stream()
                .flatMap(Unanswered::failed)
                .map(Attempt::via)
                .filter(via -> !via.isEmpty())
                .collect(Collectors.partitioningBy(answering::contains, Collectors.counting()));
        return attempts.get(false) > attempts.get(true);
    }
}
