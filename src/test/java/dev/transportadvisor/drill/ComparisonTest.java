package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Scenario SCENARIO =
            new Scenario("example", 1, "", "", "", "", Set.of(Transport.values()), false, 1, List.of());

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
                ScenarioResult.Status.FAILED,
                "It was lost.",
                Measurement.NONE,
                new TreeSet<>());
        assertEquals(
                new Comparison(0, List.of()), Comparison.of(List.of(passed(Transport.SOCKET_MODE, "reply"), failed)));
    }

    private static ScenarioResult passed(Transport transport, String... effects) {
        return new ScenarioResult(
                SCENARIO,
                transport,
                ScenarioResult.Status.PASSED,
                "",
                Measurement.NONE,
                new TreeSet<>(List.of(effects)));
    }
}
