package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.drill.BotProject;
import dev.transportadvisor.drill.process.BotProcess;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.conversation.Inputs;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.people.Place;
import dev.transportadvisor.simulator.people.Use;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.testing.FreePort;
import dev.transportadvisor.testing.Programs;
import dev.transportadvisor.testing.Python;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slow: people do the same to the bots of all languages, and see the same in Slack. A team that changes the language,
 * or the transport, changes nothing for them.
 */
class SameEffectIT {

    private static final List<String> LANGUAGES = List.of("java", "javascript", "python");
    private static final List<String> TRANSPORTS = List.of("socket-mode", "events-api");
    /** In JSON, the order of keys says nothing. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private static final Person BEN = Person.find("U0SIMBEN0").orElseThrow();
    private static final Place CHANNEL = Place.of(Identity.CHANNEL);

    @TempDir
    Path folder;

    @Test
    void peopleSeeTheSameWhateverTheBotIsWrittenIn() throws Exception {
        assumeTrue(Programs.areThere("npm", "mvn"), "Skipped: needs Node.js, npm and Maven");
        assumeTrue(Python.isThere(), Python.NEEDED);
        Map<String, List<String>> seen = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            BotProject bot = built(language);
            for (String transport : TRANSPORTS) {
                seen.put(language + " over " + transport, play(bot, transport));
            }
        }
        List<String> first = seen.values().iterator().next();
        assertTrue(first.stream().anyMatch(message -> message.contains("A very good day to you")), first::toString);
        seen.forEach((bot, messages) ->
                assertEquals(String.join("\n", first), String.join("\n", messages), bot));
    }

    private BotProject built(String language) throws Exception {
        Path answers = Files.writeString(
                folder.resolve(language + ".yaml"), "schema: 1\nbot: {name: deploy-bot, language: " + language + "}\n");
        Path directory = folder.resolve(language);
        assertEquals(0, Run.of("scaffold", answers.toString(), "-d", directory.toString()).status());
        BotProject project = new BotProject(directory);
        project.build();
        return project;
    }

    private static List<String> play(BotProject project, String transport) throws Exception {
        try (SlackSimulator slack = SlackSimulator.start()) {
            int port = FreePort.find();
            Map<String, String> environment = new HashMap<>(slack.environment());
            environment.putAll(Map.of(
                    "SLACK_TRANSPORT", transport, "PORT", "" + port, "JAVA_HOME", System.getProperty("java.home")));
            if (transport.equals("events-api")) {
                slack.useEventsApi(URI.create("http://127.0.0.1:" + port + "/slack/events"));
            }
            try (BotProcess bot = BotProcess.start(project.start(), environment)) {
                Eventually.holds("ready: " + project.directory(), () -> bot.isAlive() && isReady(port));
                return new Story(slack.people()).tell();
            }
        }
    }

    private static boolean isReady(int port) {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
        try {
            return HttpClient.newHttpClient()
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) { // nobody listens there yet
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What two people do, each thing after they have seen the bot's answer to the one before. */
    private record Story(People people, List<String> seen) {

        Story(People people) {
            this(people, new ArrayList<>());
        }

        /** @return what they saw, with a word in place of each time, of which no two runs have the same */
        List<String> tell() throws Exception {
            mention(Person.ADA, "hello, Größe 1 * / 🚀", Optional.empty());
            mention(BEN, "and here?", Optional.of(first()));
            command(BEN, "");
            click(BEN);
            command(Person.ADA, "deploy *everything* to <prod> & back");
            click(Person.ADA);
            return seen.stream().map(shown -> shown.replaceAll("\\b\\d{10}\\.\\d{6}\\b", "TIME")).toList();
        }

        private void mention(Person person, String text, Optional<String> thread) throws Exception {
            people.talk().mention(person, CHANNEL, text, thread, JsonTree.object());
            awaitAnswer("Hello <@" + person.id() + ">! Try /deploy-bot as well.");
        }

        private void command(Person person, String text) throws Exception {
            people.actions().command(person, CHANNEL, "/deploy-bot", text, JsonTree.object());
            awaitAnswer("Hello <@" + person.id() + ">!");
        }

        private void click(Person person) throws Exception {
            Use button = new Use("greet", "", List.of(), Optional.empty(), Optional.empty(), new Inputs(Map.of()));
            people.actions().use(person, CHANNEL, button);
            awaitAnswer("A very good day to you, <@" + person.id() + ">!");
        }

        private void awaitAnswer(String text) throws Exception {
            Eventually.holds("somebody reads: " + text, () -> answer(text).isPresent());
            Message answer = answer(text).orElseThrow();
            String reader = answer.visibleTo().orElse("all of " + answer.channel());
            seen.add(reader + " " + JSON.writeValueAsString(answer.body()));
        }

        private Optional<Message> answer(String text) {
            return people.conversations().changedAfter(0).stream()
                    .filter(message -> message.text().equals(text))
                    .findFirst();
        }

        private String first() {
            return people.conversations().changedAfter(0).get(0).timestamp();
        }
    }
}
