package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillRunTest {

    private static final String SCENARIO =
            """
            order: 7
            summary: It works.
            why: It must.
            remedy: Make it work.
            source: https://docs.slack.dev/apis/events-api
            transports: [socket-mode]
            steps:
              - {do: send, what: event}
              - {do: handled, within: 2 min}
            """;

    /** The bot ends at once, which ends the drill: only the first scenario has begun by then. */
    @ParameterizedTest
    @ValueSource(strings = {"DATA_DIR", "DATABASE_URL"})
    void whereBotsShareWhatTheyStoreNoScenarioIsPlayedBesideAnother(String store) {
        List<String> begun = new CopyOnWriteArrayList<>();
        DrillPlan plan = plan(Map.of(store, "somewhere"));

        assertThrows(
                DrillException.class,
                () -> new DrillRun(plan, (scenario, transport) -> begun.add(scenario.id())).run());

        assertEquals(List.of("works"), begun);
    }

    private static DrillPlan plan(Map<String, String> environment) {
        return new DrillPlan(
                "bot",
                new BotCommand(List.of("true"), Path.of("."), environment),
                AppFeatures.UNKNOWN,
                Set.of(Transport.SOCKET_MODE),
                List.of(scenario("waits", "beside: true\n"), scenario("works", "")),
                new AdviceBook(Map.of(), List.of()),
                Optional.empty(),
                "/slack/events",
                0,
                1,
                Duration.ofSeconds(60));
    }

    private static Scenario scenario(String id, String more) {
        return ScenarioReader.read(new SourceFile("drill/" + id + ".yaml", "id: " + id + "\n" + more + SCENARIO));
    }
}
