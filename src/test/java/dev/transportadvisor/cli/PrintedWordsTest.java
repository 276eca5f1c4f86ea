package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.knowledge.KnowledgeArea;
import dev.transportadvisor.report.knowledge.KnowledgeItem;
import dev.transportadvisor.report.knowledge.KnowledgeQuery;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rules explain} knows every id and word that the reports print. */
class PrintedWordsTest {

    private static final List<KnowledgeArea> AREAS = new Knowledge(Optional.empty(), Path.of(".")).areas();

    /** Keys whose values are names, texts and places of the user's own, or links. */
    private static final Set<String> OWN = Set.of("bot", "file", "source", "because", "cause", "lead");

    /** A number or a sentence is no word that anybody would look up. */
    private static final String WORD = "[A-Za-z/][A-Za-z0-9_.:/-]*";

    @Test
    void everyWordOfARecommendation() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            samples.filter(path -> path.toString().endsWith(".yaml"))
                    .map(sample -> Run.of("recommend", sample.toString(), "--format", "json").out())
                    .forEach(report -> collect(report, words));
        }

        assertTrue(words.containsAll(Set.of("lean", "conflict", "not-needed", "answered")), words::toString);
        assertAllExplained(words);
    }

    @Test
    void everyWordOfADrill() throws IOException {
        Set<String> words = new TreeSet<>();
        collect(Files.readString(Path.of("src/test/resources/golden/drill/report.json")), words);

        assertTrue(words.contains("restart-under-load"), words::toString);
        words.removeIf(word -> word.matches("replica-\\d+")); // names of processes, in the order of their start
        assertAllExplained(words);
    }

    @Test
    void everyRuleAndPointerOfLint() throws IOException {
        Set<String> words = new TreeSet<>();
        collect(Run.of("lint", "src/test/resources/manifests", "--format", "json").out(), words);

        assertTrue(words.stream().anyMatch(word -> word.startsWith("/settings/")), words::toString);
        assertAllExplained(words);
    }

    /** What stands on the screen of a recommendation, in a manifest, in an answers file, and in Slack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one team's tool",
                "One team’s tool",
                "fast local development",
                "nothing gets in",
                "Socket Mode",
                "the Events API",
                "fact 3",
                "Hard limits",
                "balance",
                "Keep in mind",
                "platform: kubernetes",
                "needs.serverless",
                "bot.language",
                "What does the bot run on?",
                "settings.socket_mode_enabled",
                "socket_mode_enabled",
                "features.slash_commands[2].url",
                "/features/slash_commands/2/url",
                "functions.greet.title",
                "message.channels",
                "chat:write",
                "chat.postMessage",
                "/status",
                "abc.ngrok-free.app",
                "https://localhost:3000/slack/events",
                "We had some trouble connecting. Try again?",
                "Your URL didn't respond with the value of the challenge parameter.",
                "DISPATCH_FAILED",
                "`missing_scope`"
            })
    void whatPeopleRead(String word) {
        assertAllExplained(Set.of(word));
    }

    @Test
    void whatTheListNamesIsFoundByIt() {
        for (KnowledgeArea area : AREAS) {
            KnowledgeItem first = area.all().get(0);
            String reference = first.kind().word() + ":" + first.id();
            assertEquals(
                    List.of(first.id()),
                    KnowledgeQuery.of(reference).in(AREAS).stream()
                            .map(KnowledgeItem::id)
                            .toList(),
                    reference);
        }
    }

    private static void assertAllExplained(Set<String> words) {
        assertEquals(
                List.of(),
                words.stream()
                        .filter(word -> KnowledgeQuery.of(word).in(AREAS).isEmpty())
                        .toList());
    }

    private static void collect(String report, Set<String> words) {
        collect(DocumentReader.read(new SourceFile("report.json", report)), words);
    }

    private static void collect(Node node, Set<String> words) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().stream()
                    .filter(entry -> !OWN.contains(entry.key().text()))
                    .forEach(entry -> collect(entry.value(), words));
        } else if (node instanceof SequenceNode list) {
            list.items().forEach(item -> collect(item, words));
        } else if (node instanceof ScalarNode word
                && word.kind() == ScalarNode.Kind.TEXT
                && word.text().matches(WORD)) {
            words.add(word.text());
        }
    }
}
