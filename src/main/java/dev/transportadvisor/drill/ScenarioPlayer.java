package dev.transportadvisor.drill;

import java.time.Duration;
import java.util.Optional;

/** Plays one scenario in a session, step by step. */
final class ScenarioPlayer {

    private final Session session;
    private final Traffic traffic;
    private final Acts acts;
    private final Expectations expectations;
    private boolean mayEnd;

    ScenarioPlayer(Session session, DrillPayloads payloads) {
        this.session = session;
        traffic = new Traffic(session.slack().journal());
        acts = new Acts(session, payloads, traffic);
        expectations = new Expectations(session, traffic);
    }

    ScenarioResult play(Scenario scenario) {
        try {
            scenario.steps(session.transport()).forEach(this::play);
            return result(scenario, ScenarioResult.Status.PASSED, "");
        } catch (Skipped e) {
            return result(scenario, ScenarioResult.Status.SKIPPED, e.getMessage());
        } catch (Failed | DrillException e) {
            return result(scenario, ScenarioResult.Status.FAILED, e.getMessage());
        } finally {
            acts.close();
            session.tidy();
        }
    }

    private void play(Step step) {
        if (step instanceof Act act) {
            mayEnd = step instanceof Act.Terminate || mayEnd && !(step instanceof Act.Start);
            traffic.mark();
            act.on(acts);
        } else if (step instanceof Expectation expectation) {
            expectation.by(expectations);
        }
        if (!mayEnd && !session.isAlive()) {
            throw new Failed("The bot ended in the middle of it, with status "
                    + session.await(Duration.ZERO).orElse(0) + ".");
        }
    }

    private ScenarioResult result(Scenario scenario, ScenarioResult.Status status, String reason) {
        Measurement measurement = new Measurement(
                traffic.answers(),
                traffic.handled().isEmpty() ? Optional.empty() : Optional.of(traffic.handling()),
                traffic.isStreaming() ? Optional.of(traffic.deaf()) : Optional.empty());
        return new ScenarioResult(
                scenario, session.transport(), status, reason, measurement, traffic.distinctEffects());
    }
}
