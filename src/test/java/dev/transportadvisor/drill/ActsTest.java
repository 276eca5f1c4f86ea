package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActsTest {

    private static final AppSurface NOTHING = new AppSurface(List.of(), List.of());
    private static final DrillPlan PLAN = new DrillPlan(
            "bot",
            new BotCommand(List.of("true"), Path.of("."), Map.of()),
            NOTHING,
            Set.of(Transport.SOCKET_MODE),
            List.of(),
            Optional.empty(),
            "/slack/events",
            0,
            Duration.ofSeconds(1));

    @Test
    void aStreamOfWhatTheAppHasNotIsSkipped() {
        try (Session session = new Session(PLAN, Transport.SOCKET_MODE, 1);
                Acts acts = new Acts(
                        session,
                        new DrillPayloads(NOTHING),
                        new Traffic(session.slack().journal()))) {
            assertThrows(Skipped.class, () -> acts.stream(Step.What.EVENT, 2, Duration.ZERO));
        }
    }
}
