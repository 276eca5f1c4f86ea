package dev.transportadvisor.drill;

import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.source.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays one scenario in a session, step by step. */
final class ScenarioPlayer {

    private final Session session;
    private final ScenarioRun run;

    ScenarioPlayer(Session session, DrillPayloads payloads) {
        this.session = session;
        run = new ScenarioRun(session, payloads);
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
            run.close();
            session.tidy();
        }
    }

    private void play(Scenario.Part part) {
        try {
            if (!part.kind().isExpectation()) {
                run.effects().mark();
            }
            part.step().play(run);
        } catch (Failed e) {
            checkAlive(); // whatever was expected of a bot that is dead, its end is why
            throw e;
        }
        checkAlive();
    }

    private void checkAlive() {
        if (!run.mayEnd() && !session.isAlive()) {
            throw new Failed("The bot ended in the middle of it, with status "
                    + session.await(Duration.ZERO).orElse(0) + "." + lastWords(session.log()));
        }
    }

    private static String lastWords(List<String> log) {
        return log.isEmpty() ? "" : " The last that it printed: " + Quoted.of(log.get(log.size() - 1)) + ".";
    }

    private ScenarioResult result(Scenario scenario, ScenarioResult.Status status, String reason) {
        Measurement measurement = new Measurement(
                run.sent().answers(),
                run.sent().toHandle().isEmpty() ? Optional.empty() : Optional.of(run.effects().handling()),
                run.sent().isStreaming() ? Optional.of(run.sent().deaf()) : Optional.empty());
        return new ScenarioResult(
                scenario, session.transport(), status, reason, measurement, run.effects().distinct());
    }
}
