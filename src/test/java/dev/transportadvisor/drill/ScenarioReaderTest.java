package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.drill.bot.BotFault;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

    private static final String SCENARIO =
            """
            id: example
            order: 7
            summary: It works.
            why: It must.
            remedy: Make it work.
            source: https://docs.slack.dev/apis/events-api
            transports: [socket-mode, events-api]
            steps:
              - {do: stream, what: event, times: 20, every: 50 ms}
              - {do: cut, only: socket-mode}
              - {do: handled, within: 2 min}
            """;

    @Test
    void readsAScenario() {
        Scenario scenario = read(SCENARIO);
        assertEquals("example", scenario.id());
        assertEquals(7, scenario.order());
        assertEquals(20, scenario.timeScale());
        assertFalse(scenario.beside());
        assertEquals(List.of("stream", "cut", "handled"), kinds(scenario, Transport.SOCKET_MODE));
        assertEquals(List.of("stream", "handled"), kinds(scenario, Transport.EVENTS_API));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: example | id: other | example.yaml:1:5: A scenario's file is named after its id: `other.yaml`.",
                "why: It must. | because: It must. | example.yaml:1:1: Missing key `why` in the scenario.",
                "every: 50 ms | every: soon | example.yaml:9:49: Expected a time such as `500 ms`, `3 s` or `2 min`.",
                "what: event | what: evnt | example.yaml:9:24: `evnt` is not allowed in `what`. Did you mean `event`?",
                "do: cut | do: cutt | example.yaml:10:10: `cutt` is not allowed in `do`. Did you mean `cut`?",
                "do: cut, only | do: replay, only | example.yaml:10:5: `replay` is for events-api only.",
                "do: cut, only: socket-mode | do: cut | example.yaml:10:5: `cut` is for socket-mode only.",
                "times: 20 | times: 0 | example.yaml:9:38: Expected a whole number from 1 to 99999.",
                "do: cut, only: socket-mode | 'do: break-api, methods: [a], status: 700' | example.yaml:10:43: Expected"
                        + " a whole number from 400 to 599.",
                "do: cut, only: socket-mode | 'do: limit-api, methods: [a], retry-after: 10 ms' | example.yaml:10:48:"
                        + " Expected at least `1 s`.",
                "order: 7 | 'order: 7\ntime-scale: 0' | example.yaml:3:13: Expected a whole number from 1 to 99999.",
                "handled, within | pause, time | example.yaml:9:3: Over socket-mode nothing is expected of the bot",
                "[socket-mode, events-api] | [] | example.yaml:7:13: A scenario needs a transport",
                "only: socket-mode | once: true | example.yaml:10:15: Unknown key `once` in an entry of `steps`.",
            })
    void pointsAtWhatIsWrong(String right, String wrong, String message) {
        String text = SCENARIO.replace(right, wrong);
        InputException problem = assertThrows(InputException.class, () -> read(text));
        assertTrue(problem.getMessage().contains(message), problem.getMessage());
    }

    @Test
    void theBuiltInScenariosComeInTheirOrderAndThoseThatEndTheBotComeLast() throws IOException {
        List<String> ids = builtin().stream().map(Scenario::id).toList();
        assertEquals("event-in-time", ids.get(0));
        assertEquals("rolling-restart", ids.get(ids.size() - 1));
        assertEquals(25, ids.size());
    }

    /** A scenario that cannot fail is not a test. */
    @Test
    void everyBuiltInScenarioHasABotThatFailsIt() throws IOException {
        Set<String> found = Arrays.stream(BotFault.values()).map(BotFault::scenario).collect(Collectors.toSet());
        Set<String> without = builtin().stream().map(Scenario::id).collect(Collectors.toCollection(TreeSet::new));
        without.removeAll(found);
        assertEquals(Set.of(), without);
    }

    private static List<Scenario> builtin() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/drill"))) {
            return ScenarioReader.read(files.map(SourceReader::read).toList());
        }
    }

    private static List<String> kinds(Scenario scenario, Transport transport) {
        return scenario.steps(transport).stream()
                .map(part -> part.kind().name())
                .toList();
    }

    private static Scenario read(String text) {
        return ScenarioReader.read(new SourceFile("drill/example.yaml", text));
    }
}
