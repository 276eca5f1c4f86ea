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
import org.junit.jupiter.api.Test;

class ReplicaStartTest {

    @Test
    void namesTheUrlOfTheManifestAtWhichNobodyAnswers() {
        assertEquals("/events", urlOfNoAnswer("request_url: \"https://bot.example.com/events\""));
    }

    @Test
    void namesTheRequestPathWhereTheManifestHasNone() {
        assertEquals("/slack/events", urlOfNoAnswer("bot_events: [app_mention]"));
    }

    /** The path in the sentence about a bot that runs and does not listen. */
    private static String urlOfNoAnswer(String subscriptions) {
        String manifest = "settings: {event_subscriptions: {" + subscriptions + "}}";
        DrillPlan plan = plan(AppFeatures.of(new SourceFile("manifest.yaml", manifest)));
        try (Session session = new Session(plan, Transport.EVENTS_API, 1, note -> {})) {
            String message = assertThrows(DrillException.class, session::start).getMessage();
            return message.replaceFirst(".* did not answer at http://127\\.0\\.0\\.1:\\d+(\\S+) within .*", "$1");
        }
    }

    private static DrillPlan plan(AppFeatures app) {
        return new DrillPlan(
                "bot",
                new BotCommand(List.of("sleep", "60"), Path.of("."), Map.of()),
                app,
                Set.of(Transport.EVENTS_API),
                List.of(),
                new AdviceBook(Map.of(), List.of()),
                Optional.empty(),
                "/slack/events",
                0,
                1,
                Duration.ofMillis(1));
    }
}
