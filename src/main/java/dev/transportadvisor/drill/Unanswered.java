package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        String seen = share + " not acknowledged (" + first().payload().name() + ": " + trouble().words() + ").";
        Optional<Cause> cause = trouble().cause().map(known -> known == Cause.LATE ? whyLate(run) : known);
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
            return " The bot holds " + run.openSockets().size() + " sockets, and those that got it answer nothing.";
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

    /**
     * That of the last attempt which the bot has refused, and otherwise of the last one: others may have come while it
     * was meant to be away.
     */
    private Trouble trouble() {
        List<Trouble> troubles = failed(first()).map(Trouble::of).toList();
        return last(troubles.stream().filter(Trouble::isRefusal))
                .or(() -> last(troubles.stream()))
                .orElse(Trouble.NO_ANSWER_YET);
    }

    private static Optional<Trouble> last(Stream<Trouble> troubles) {
        return troubles.reduce((earlier, later) -> later);
    }

    private static Stream<Attempt> failed(Delivery delivery) {
        return delivery.attempts().stream().filter(attempt -> attempt.failure().isPresent());
    }

    /** Whether most of it went to sockets that never answered anything, while a process needs no more than one. */
    private boolean isOverSurplusSockets(ScenarioRun run) {
        if (!run.hasSurplusSockets()) {
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
