package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.source.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays one scenario in a session, step by step. */
final class ScenarioPlayer {

    private final Session session;
    private final AdviceBook advice;
    private final ScenarioRun run;

    ScenarioPlayer(Session session, DrillPayloads payloads, AdviceBook advice) {
        this.session = session;
        this.advice = advice;
        run = new ScenarioRun(session, payloads);
    }

    ScenarioResult play(Scenario scenario) {
        try {
            scenario.steps(session.transport()).forEach(this::play);
            return result(scenario, Verdict.PASSED);
        } catch (Skipped e) {
            return result(scenario, Verdict.skipped(e.getMessage()));
        } catch (Failed e) {
            return result(scenario, Verdict.failed(e.getMessage(), e.symptom()));
        } catch (DrillException e) {
            return result(scenario, Verdict.failed(e.getMessage(), Optional.empty()));
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
        session.replicas().stream().filter(Replica::hasFailed).findFirst().ifPresent(replica -> {
            int status = replica.await(Duration.ZERO).orElse(0);
            throw new Failed(
                    replica.title() + " ended in the middle of it, with status " + status + "."
                            + lastWords(replica.log()),
                    Cause.CRASH);
        });
    }

    private static String lastWords(List<String> log) {
        return log.isEmpty() ? "" : " The last that it printed: " + Quoted.of(log.get(log.size() - 1)) + ".";
    }

    private ScenarioResult result(Scenario scenario, Verdict verdict) {
        Measurement measurement = new Measurement(
                run.sent().answers(),
                run.sent().toHandle().isEmpty() ? Optional.empty() : Optional.of(run.effects().handling()),
                run.sent().isStreaming() ? Optional.of(run.sent().deaf()) : Optional.empty(),
                session.shares(run.sent(), run.effects()));
        return new ScenarioResult(
                scenario,
                session.transport(),
                verdict,
                advice(scenario, verdict),
                measurement,
                run.effects().distinct());
    }

    /** That about what was seen, unless the scenario itself says more about it. */
    private Advice advice(Scenario scenario, Verdict verdict) {
        return verdict.symptom()
                .map(Symptom::cause)
                .filter(cause -> !scenario.knows().contains(cause))
                .map(advice::about)
                .orElse(scenario.advice());
    }
}
