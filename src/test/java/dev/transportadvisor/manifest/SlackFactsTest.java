package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the rules know of events and scopes is what was found out about them, no less and no more. */
class SlackFactsTest {

    private static final Path FACTS = Path.of("../shared/facts");

    private final EventCatalog events = EventCatalogReader.read(SourceReader.read(Path.of("rules/events.yaml")));
    private final ScopeCatalog scopes = ScopeCatalogReader.read(SourceReader.read(Path.of("rules/scopes.yaml")));

    @Test
    void everyEventIsThereAsItWasEstablished() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : rows("event-scopes.csv")) {
            expected.put(
                    row.get("event"),
                    String.join(
                            " ",
                            row.get("bot_scope_any_of"),
                            row.get("user_scope_any_of"),
                            delivery(row),
                            "deprecated:" + row.get("deprecated"),
                            "verified:" + yesOrNo(!row.get("source").startsWith("unverified")),
                            "needs more:" + yesOrNo(!row.get("also_needs").equals("none"))));
        }
        Map<String, String> actual = new TreeMap<>();
        for (EventType event : events.all()) {
            actual.put(
                    event.name(),
                    String.join(
                            " ",
                            need(event.bot()),
                            need(event.user()),
                            event.delivery().word(),
                            "deprecated:" + yesOrNo(event.deprecated().isPresent()),
                            "verified:" + yesOrNo(event.isVerified()),
                            "needs more:" + yesOrNo(event.also().isPresent())));
        }
        assertEquals(lines(expected), lines(actual));
    }

    @Test
    void everyScopeIsThereAsItWasEstablished() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : rows("scopes.csv")) {
            String source = row.get("source");
            // Where typed lists and documentation disagree about the tokens, nothing is sure either.
            boolean isSure = !source.startsWith("unverified") && !source.contains("CONFLICT");
            expected.put(
                    row.get("scope"),
                    String.join(
                            " ",
                            row.get("token_types").replace("unknown", ""),
                            "deprecated:" + row.get("deprecated"),
                            "verified:" + yesOrNo(isSure)));
        }
        Map<String, String> actual = new TreeMap<>();
        for (Scope scope : scopes.all()) {
            actual.put(
                    scope.name(),
                    String.join(
                            " ",
                            String.join(";", scope.tokens()),
                            "deprecated:" + yesOrNo(scope.status() == Scope.Status.DEPRECATED),
                            "verified:" + yesOrNo(scope.isVerified())));
        }
        assertEquals(sortedTokens(expected), sortedTokens(actual));
    }

    @Test
    void pagesOfTheDocumentationAreNamedAsTheyWereRead() throws IOException {
        for (Map<String, String> row : rows("event-scopes.csv")) {
            assertPage(row.get("source"), events.find(row.get("event")).orElseThrow().source());
        }
        for (Map<String, String> row : rows("scopes.csv")) {
            assertPage(row.get("source"), scopes.find(row.get("scope")).orElseThrow().source());
        }
    }

    private static void assertPage(String read, String named) {
        if (named.matches("https://docs\\.slack\\.dev/reference/(events|scopes)/.*")) {
            assertEquals(named, read.replaceFirst("^unverified: ", "").replaceFirst("[; ].*", ""));
        }
    }

    private static String delivery(Map<String, String> row) {
        String category = row.get("category");
        if (row.get("also_needs").startsWith("automatic:")) {
            return "automatic";
        } else if (category.startsWith("rtm-only")) {
            return "rtm-only";
        }
        return category.startsWith("message-subtype") ? "message-subtype" : "subscription";
    }

    private static String need(ScopeNeed need) {
        if (need instanceof ScopeNeed.AnyOf any) {
            return any.scopes().isEmpty() ? "none" : String.join(";", any.scopes());
        }
        return need instanceof ScopeNeed.Never ? "n/a" : "unknown";
    }

    private static String yesOrNo(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static String sortedTokens(Map<String, String> scopes) {
        scopes.replaceAll((name, text) -> {
            String[] words = text.split(" ", 2);
            return List.of(words[0].split(";")).stream().sorted().toList() + " " + words[1];
        });
        return lines(scopes);
    }

    private static String lines(Map<String, String> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach((name, text) -> lines.add(name + ": " + text));
        return String.join("\n", lines);
    }

    /** The rows of a file with a head; a field in quotes may hold commas, but neither quotes nor line breaks. */
    private static List<Map<String, String>> rows(String name) throws IOException {
        Path file = FACTS.resolve(name);
        assumeTrue(Files.exists(file), file + " is not there; it holds what was found out about Slack");
        List<String> lines = Files.readAllLines(file);
        String[] head = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            assertEquals(head.length, fields.length, line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], fields[i].replace("\"", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}
