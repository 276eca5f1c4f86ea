package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.simulator.app.RequestUrls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendingStepsTest {

    private static final AppFeatures NOTHING = new AppFeatures(List.of(), List.of(), RequestUrls.NONE);
    private static final DrillPlan PLAN = new DrillPlan(
            "bot",
            new BotCommand(List.of("true"), Path.of("."), Map.of()),
            NOTHING,
            Set.of(Transport.SOCKET_MODE),
            List.of(),
            new AdviceBook(Map.of(), List.of()),
            Optional.empty(),
            "/slack/events",
            0,
            1,
            Duration.ofSeconds(1));

    @Test
    void aStreamOfWhatTheAppHasNotIsSkipped() {
        Step stream = Steps.read("{do: stream, what: event, times: 2, every: 0 ms}");
        try (Session session = new Session(PLAN, Transport.SOCKET_MODE, 1, note -> {});
                ScenarioRun run = new ScenarioRun(session, new DrillPayloads(NOTHING))) {
            assertThrows(Skipped.class, () -> stream.play(run));
            assertFalse(run.sent().isStreaming(), "no time without events was measured");
        }
    }
}
