package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.drill.advice.Advice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Scenario SCENARIO =
            new Scenario(
                    "example",
                    1,
                    "",
                    new Advice("", "", ""),
                    Set.of(),
                    Set.of(Transport.values()),
                    1,
                    false,
                    1,
                    List.of());

    @Test
    void findsWhatHappenedOverOneTransportOnly() {
        Comparison comparison = Comparison.of(List.of(
                passed(Transport.SOCKET_MODE, "reply", "post a"), passed(Transport.EVENTS_API, "reply", "post b")));
        assertEquals(1, comparison.compared());
        assertEquals(
                List.of(
                        new Comparison.Difference(SCENARIO, Transport.SOCKET_MODE, "post a"),
                        new Comparison.Difference(SCENARIO, Transport.EVENTS_API, "post b")),
                comparison.differences());
    }

    @Test
    void comparesNothingWithATransportThatFailed() {
        ScenarioResult failed = new ScenarioResult(
                SCENARIO,
                Transport.EVENTS_API,
                Verdict.failed("It was lost.", Optional.empty()),
                SCENARIO.advice(),
                Measurement.NONE,
                new TreeSet<>());
        assertEquals(
                new Comparison(0, List.of()), Comparison.of(List.of(passed(Transport.SOCKET_MODE, "reply"), failed)));
    }

    private static ScenarioResult passed(Transport transport, String... effects) {
        return new ScenarioResult(
                SCENARIO,
                transport,
                Verdict.PASSED,
                SCENARIO.advice(),
                Measurement.NONE,
                new TreeSet<>(List.of(effects)));
    }
}
