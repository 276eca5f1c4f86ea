package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * What had no effect, and what that says about the bot.
 *
 * @param deliveries at least one
 * @param all how many there were, with those that had one
 */
record Lost(List<Delivery> deliveries, int all) {

    Failed failure(ScenarioRun run) {
        String lost = deliveries.size() + " of " + all + (deliveries.size() == 1 ? " was" : " were") + " lost: ";
        long onRetry = deliveries.stream().filter(Lost::isAcknowledgedOnRetry).count();
        if (onRetry == deliveries.size()) {
            return new Failed(lost + "all that was lost had been acknowledged on a retry.", Cause.DROPPED_RETRIES);
        }
        if (onRetry * 2 > deliveries.size()) {
            return new Failed(lost + onRetry + " of them had been acknowledged on a retry.", Cause.DROPPED_RETRIES);
        }
        String usual = lost + "acknowledged or given up, and never followed by a call to Slack.";
        return run.session().hasCalled()
                ? new Failed(usual, withoutAnyEffect())
                : new Failed(usual + " " + run.session().apiAddress().sentence(), Cause.NEVER_CALLED);
    }

    /** Where some of it had an effect, the scenario says best what went wrong with the rest. */
    private Optional<Symptom> withoutAnyEffect() {
        return deliveries.size() == all
                ? Optional.of(new Symptom(
                        Cause.NO_EFFECT, Optional.of(deliveries.get(0).payload().kind())))
                : Optional.empty();
    }

    private static boolean isAcknowledgedOnRetry(Delivery delivery) {
        List<Attempt> attempts = delivery.attempts();
        return delivery.state() == Delivery.State.ACKNOWLEDGED
                && attempts.get(attempts.size() - 1).number() > 0;
    }
}
