package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each test shows its whole template. */
class ScaffolderTest {

    private static final ProjectSpec OWN =
            new ProjectSpec("my-bot", "org.my.bot", "Says hello", "socket-mode", "Chosen by hand.");

    private static final ProjectSpec SPEC = new ProjectSpec(
            "deploy-bot", "com.acme.deploy", "Starts deploys", "socket-mode", "It has *no* public address.");

    @Test
    void replacesNamesInTextsAndPaths() {
        Template template = template(Map.of(
                "src/main/java/org/my/bot/Bot.java", "package org.my.bot; // my-bot in src/main/java/org/my/bot\n",
                "bin/my-bot", "java -jar target/my-bot.jar\n"));

        assertEquals(
                Map.of(
                        "src/main/java/com/acme/deploy/Bot.java",
                        "package com.acme.deploy; // deploy-bot in src/main/java/com/acme/deploy\n",
                        "bin/deploy-bot",
                        "java -jar target/deploy-bot.jar\n"),
                scaffold(template, SPEC));
    }

    @Test
    void leavesEverythingElseAlone() {
        String text = "My-bot mybot my_bot org.my org_my_bot says hello\r\n\t${name} $1 \\1 ü";

        assertEquals(Map.of("notes.txt", text), scaffold(template(Map.of("notes.txt", text)), SPEC));
    }

    @Test
    void neverReplacesWhatItHasWritten() {
        ProjectSpec tricky = new ProjectSpec(
                "my-bot-my-bot",
                "org.my.bot.my",
                "my-bot: Says hello from org.my.bot",
                "socket-mode",
                "my-bot, Says hello.");
        Template template = template(Map.of("README.md", "my-bot|org.my.bot|Says hello|Chosen by hand."));

        assertEquals(
                Map.of(
                        "README.md",
                        "my-bot-my-bot|org.my.bot.my|my-bot: Says hello from org.my.bot|my-bot, Says hello."),
                scaffold(template, tricky));
    }

    @Test
    void theLongerOfTwoNamesAtOnePlaceCounts() {
        ProjectSpec own = new ProjectSpec("my", "my.bot", "my.bot works", "socket-mode", "my.bot works well.");
        Template template = new Template(
                "test",
                own,
                Map.of("README.md", "my my.bot my.bot works well. my.bot works"),
                Map.of("socket-mode", Map.of()),
                Set.of());

        assertEquals(
                Map.of("README.md", "deploy-bot com.acme.deploy It has *no* public address. Starts deploys"),
                scaffold(template, SPEC));
    }

    @Test
    void writesTheSummaryAsEachKindOfFileNeedsIt() {
        ProjectSpec hostile = summed("</a> \"*x*\" \\");
        Template template = template(Map.of(
                "a.yaml",
                "text: \"Says hello\"",
                "b.json",
                "\"Says hello\"",
                "c.xml",
                "<a>Says hello</a>",
                "d.md",
                "Says hello"));

        assertEquals(
                Map.of(
                        "a.yaml", "text: \"</a> \\\"*x*\\\" \\\\\"",
                        "b.json", "\"</a> \\\"*x*\\\" \\\\\"",
                        "c.xml", "<a>&lt;/a&gt; &quot;*x*&quot; \\</a>",
                        "d.md", "\\</a\\> \"\\*x\\*\" \\\\"),
                scaffold(template, hostile));
    }

    @Test
    void putsTheDecisionInAsMarkdown() {
        Template template = template(Map.of("README.md", "## Why\nChosen by hand.\n"));

        assertEquals(Map.of("README.md", "## Why\nIt has *no* public address.\n"), scaffold(template, SPEC));
    }

    @Test
    void refusesATemplateWithFreeTextWhereItCannotBeEscaped() {
        Template template = template(Map.of("Bot.java", "String about = \"Says hello\";"));

        assertThrows(IllegalStateException.class, () -> Scaffolder.scaffold(template, SPEC));
    }

    @Test
    void linksToTheGeneratedManifest() {
        Template template = template(Map.of(
                "manifest.yaml", "name: \"my-bot\"\ntext: \"Says hello\"\n",
                "README.md", "https://x?manifest_yaml=name%3A%20%22my-bot%22%0Atext%3A%20%22Says%20hello%22%0A)"));

        assertEquals(
                "https://x?manifest_yaml=name%3A%20%22deploy-bot%22%0A"
                        + "text%3A%20%22%C3%BC%20%2A%20~-._%20%2B%20%5C%5C%22%0A)",
                scaffold(template, summed("ü * ~-._ + \\")).get("README.md"));
    }

    @Test
    void aSharedReadmeLinksToTheManifestOfTheChosenTransport() {
        Template template = new Template(
                "test",
                OWN,
                Map.of("manifest.yaml", "socket: my-bot", "README.md", "manifest_yaml=socket%3A%20my-bot"),
                Map.of(
                        "socket-mode", Map.of(),
                        "events-api", Map.of("manifest.yaml", "url: my-bot", "manifest.dev.yaml", "socket: my-bot")),
                Set.of());

        assertEquals(
                "manifest_yaml=socket%3A%20deploy-bot", scaffold(template, SPEC).get("README.md"));
        assertEquals(
                "manifest_yaml=url%3A%20deploy-bot",
                scaffold(template, over("events-api")).get("README.md"));
    }

    @Test
    void aReadmeOfATransportMayLinkToBothOfItsManifests() {
        Template template = new Template(
                "test",
                OWN,
                Map.of("manifest.yaml", "socket: my-bot"),
                Map.of(
                        "events-api",
                        Map.of(
                                "manifest.yaml", "url: my-bot",
                                "manifest.dev.yaml", "socket: my-bot",
                                "README.md", "manifest_yaml=url%3A%20my-bot manifest_yaml=socket%3A%20my-bot")),
                Set.of());

        assertEquals(
                "manifest_yaml=url%3A%20deploy-bot manifest_yaml=socket%3A%20deploy-bot",
                scaffold(template, over("events-api")).get("README.md"));
    }

    @Test
    void anOverlayReplacesFilesAndAddsSome() {
        Template template = new Template(
                "test",
                OWN,
                Map.of("a", "1", "b", "2"),
                Map.of("socket-mode", Map.of(), "events-api", Map.of("b", "3", "c", "4")),
                Set.of());

        assertEquals(Map.of("a", "1", "b", "2"), scaffold(template, SPEC));
        assertEquals(Map.of("a", "1", "b", "3", "c", "4"), scaffold(template, over("events-api")));
    }

    @Test
    void aTransportThatTheTemplateLacksIsRefusedWithTheNearest() {
        Template template = new Template(
                "test",
                OWN,
                Map.of(),
                new TreeMap<>(Map.of("socket-mode", Map.of(), "events-api", Map.of())),
                Set.of());

        InputException refusal =
                assertThrows(InputException.class, () -> Scaffolder.scaffold(template, over("event-api")));
        assertEquals(
                "There is no bot for the transport `event-api`. Did you mean `events-api`? Allowed: events-api,"
                        + " socket-mode.",
                refusal.getMessage());
    }

    @Test
    void sortsByTheNewPathAndKeepsPrograms() {
        Template template = new Template(
                "test", OWN, Map.of("my-bot", "", "z", "", "e", ""), Map.of("socket-mode", Map.of()), Set.of("my-bot"));

        assertEquals(
                List.of(
                        new GeneratedFile("deploy-bot", "", true),
                        new GeneratedFile("e", "", false),
                        new GeneratedFile("z", "", false)),
                Scaffolder.scaffold(template, SPEC));
    }

    @Test
    void itsOwnNamesGiveTheTemplateBack() {
        Map<String, String> files = Map.of(
                "manifest.yaml", "a: \"Says hello\"",
                "README.md", "my-bot manifest_yaml=a%3A%20%22Says%20hello%22 Chosen by hand.",
                "org/my/bot/Bot.java", "package org.my.bot;");

        assertEquals(files, scaffold(template(files), OWN));
        assertTrue(Scaffolder.scaffold(template(files), OWN).stream().noneMatch(GeneratedFile::executable));
    }

    private static Template template(Map<String, String> files) {
        return new Template("test", OWN, files, Map.of("socket-mode", Map.of()), Set.of());
    }

    private static ProjectSpec summed(String summary) {
        return new ProjectSpec(SPEC.name(), SPEC.packageName(), summary, SPEC.transport(), SPEC.decision());
    }

    private static ProjectSpec over(String transport) {
        return new ProjectSpec(SPEC.name(), SPEC.packageName(), SPEC.summary(), transport, SPEC.decision());
    }

    private static Map<String, String> scaffold(Template template, ProjectSpec spec) {
        Map<String, String> texts = new TreeMap<>();
        Scaffolder.scaffold(template, spec).forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }
}
