package dev.transportadvisor.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One cause is blamed once: what is not acknowledged, or never handled, fails the first scenario that needs it. */
final class SameCause {

    private SameCause() {}

    /** @param results in the order in which they are told */
    static List<ScenarioResult> of(List<ScenarioResult> results) {
        List<ScenarioResult> judged = new ArrayList<>();
        for (ScenarioResult result : results) {
            judged.add(blamed(result, judged)
                    .map(first -> result.with(Verdict.skipped(
                            result.reason() + " `" + first.scenario().id() + "` fails for the same reason.")))
                    .orElse(result));
        }
        return judged;
    }

    /** The result before that fails for the same reason, unless that has one of its own. */
    private static Optional<ScenarioResult> blamed(ScenarioResult result, List<ScenarioResult> before) {
        return result.verdict().symptom().flatMap(symptom -> before.stream()
                .filter(other -> other.transport() == result.transport())
                .filter(other -> other.verdict().symptom().filter(symptom::isTheSame).isPresent())
                .filter(other -> !other.scenario().knows().contains(symptom.cause()))
                .findFirst());
    }
}
