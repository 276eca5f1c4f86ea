package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.drill.ScenarioResult.Status;
import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SameCauseTest {

    private static final Symptom UNSIGNED_COMMAND = unanswered(Cause.SIGNATURE, Payload.Kind.SLASH_COMMAND);

    @Test
    void whatIsNotAcknowledgedFailsTheFirstScenarioThatNeedsIt() {
        List<ScenarioResult> judged = SameCause.of(List.of(
                failed("slash-command", Transport.EVENTS_API, UNSIGNED_COMMAND),
                failed("button", Transport.EVENTS_API, UNSIGNED_COMMAND)));
        assertEquals(List.of(Status.FAILED, Status.SKIPPED), statuses(judged));
        assertEquals("Not acknowledged. `slash-command` fails for the same reason.", judged.get(1).reason());
    }

    @Test
    void anotherCauseAnotherKindAndAnotherTransportFailForThemselves() {
        List<ScenarioResult> judged = SameCause.of(List.of(
                failed("slash-command", Transport.EVENTS_API, UNSIGNED_COMMAND),
                failed("slash-command", Transport.SOCKET_MODE, UNSIGNED_COMMAND),
                failed("event-in-time", Transport.EVENTS_API, unanswered(Cause.SIGNATURE, Payload.Kind.EVENT)),
                failed("button", Transport.EVENTS_API, unanswered(Cause.LATE, Payload.Kind.SLASH_COMMAND))));
        assertEquals(List.of(Status.FAILED, Status.FAILED, Status.FAILED, Status.FAILED), statuses(judged));
    }

    @Test
    void socketsThatNobodyNeedsFailOneScenarioWhateverGoesToThem() {
        List<ScenarioResult> judged = SameCause.of(List.of(
                failed("event-in-time", Transport.SOCKET_MODE, surplus(Payload.Kind.EVENT)),
                failed("slash-command", Transport.SOCKET_MODE, surplus(Payload.Kind.SLASH_COMMAND)),
                failed("second-process", Transport.SOCKET_MODE, Symptom.of(Cause.SURPLUS_SOCKETS))));
        assertEquals(List.of(Status.FAILED, Status.SKIPPED, Status.SKIPPED), statuses(judged));
    }

    @Test
    void whatIsLostFailsEachScenario() {
        Symptom dropped = Symptom.of(Cause.DROPPED_RETRIES);
        List<ScenarioResult> judged = SameCause.of(List.of(
                failed("connection-refresh", Transport.SOCKET_MODE, dropped),
                failed("restart-under-load", Transport.SOCKET_MODE, dropped)));
        assertEquals(List.of(Status.FAILED, Status.FAILED), statuses(judged));
    }

    /** An event that nobody listens to may stay unanswered for a reason that no other event has. */
    @Test
    void aScenarioThatKnowsTheCauseIsNotTheReasonOfOthersButMayHaveTheirs() {
        Symptom late = unanswered(Cause.LATE, Payload.Kind.EVENT);
        ScenarioResult knowing = failed("foreign-events", Transport.EVENTS_API, late, Set.of(Cause.LATE));
        ScenarioResult other = failed("burst", Transport.EVENTS_API, late);
        assertEquals(List.of(Status.FAILED, Status.FAILED), statuses(SameCause.of(List.of(knowing, other))));
        assertEquals(List.of(Status.FAILED, Status.SKIPPED), statuses(SameCause.of(List.of(other, knowing))));
    }

    private static Symptom unanswered(Cause cause, Payload.Kind kind) {
        return new Symptom(cause, Optional.of(kind));
    }

    private static Symptom surplus(Payload.Kind kind) {
        return unanswered(Cause.SURPLUS_SOCKETS, kind);
    }

    private static List<Status> statuses(List<ScenarioResult> results) {
        return results.stream().map(ScenarioResult::status).toList();
    }

    private static ScenarioResult failed(String id, Transport transport, Symptom symptom) {
        return failed(id, transport, symptom, Set.of());
    }

    private static ScenarioResult failed(String id, Transport transport, Symptom symptom, Set<Cause> knows) {
        Scenario scenario = new Scenario(
                id, 1, "", new Advice("", "", ""), knows, Set.of(transport), 1, false, 1, List.of());
        return ScenarioResult.unplayed(
                scenario, transport, Verdict.failed("Not acknowledged.", Optional.of(symptom)));
    }
}
