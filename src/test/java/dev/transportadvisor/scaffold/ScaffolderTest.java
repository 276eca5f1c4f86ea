package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Words of a bot's own in the place of the template's, in texts that each test shows. */
class ScaffolderTest {

    private static final ProjectSpec SPEC =
            new ProjectSpec("deploy-bot", "com.acme.deploy", "Starts deploys", "It has *no* public address.", 3);

    @Test
    void replacesNamesInTextsAndPaths() {
        Map<String, String> bot = scaffold(Map.of(
                "src/org/my/bot/Bot.java", "package org.my.bot; // my-bot, my_bot in src/org/my/bot\n",
                "bin/my-bot", "java -jar target/my-bot.jar\n"));

        assertEquals(
                "package com.acme.deploy; // deploy-bot, deploy_bot in src/com/acme/deploy\n",
                bot.get("src/com/acme/deploy/Bot.java"));
        assertEquals("java -jar target/deploy-bot.jar\n", bot.get("bin/deploy-bot"));
    }

    @Test
    void leavesEverythingElseAlone() {
        String text = "My-bot mybot org.my org_my_bt says hello\r\n\t${name} $1 \\1 ü socket-mode 7";

        assertEquals(text, scaffold(Map.of("notes.txt", text)).get("notes.txt"));
    }

    @Test
    void replacesAWordThatIsToldByWhatStandsAroundIt() {
        assertEquals(
                "replicas: 3, not 7, over socket-mode\n",
                scaffold(Map.of("a.yaml", "replicas: 7, not 7, over socket-mode\n")).get("a.yaml"));
        assertEquals(
                "over events-api\n",
                Bots.texts(Scaffolder.scaffold(
                                SmallTemplate.read(Map.of("project/a.yaml", "over socket-mode\n")),
                                SPEC,
                                Bots.over(SmallTemplate.read(), "events-api", Set.of())))
                        .get("a.yaml"));
    }

    @Test
    void refusesANameThatWouldHideAModule() {
        ProjectSpec hiding = new ProjectSpec("clean-up", "org.my.bot", "Says hello", "Chosen.", 1);

        InputException refusal =
                assertThrows(InputException.class, () -> scaffold(Map.of("notes.txt", ""), hiding));
        assertEquals(
                "A bot in tiny cannot be called `clean-up`: it would hide the module `clean_up`. Change the bot's"
                        + " `name`.",
                refusal.getMessage());
    }

    @Test
    void neverReplacesWhatItHasWritten() {
        ProjectSpec tricky = new ProjectSpec(
                "my-bot-my-bot", "org.my.bot.my", "my-bot: Says hello from org.my.bot", "my-bot, Says hello.", 7);

        assertEquals(
                "my-bot-my-bot|org.my.bot.my|my-bot: Says hello from org.my.bot|my-bot, Says hello.",
                scaffold(Map.of("notes.md", "my-bot|org.my.bot|Says hello|Chosen by hand."), tricky).get("notes.md"));
    }

    @Test
    void writesTheSummaryAsEachKindOfFileNeedsIt() {
        Map<String, String> bot = scaffold(
                Map.of(
                        "a.yaml", "text: \"Says hello\"",
                        "b.json", "\"Says hello\"",
                        "c.xml", "<a>Says hello</a>",
                        "d.md", "Says hello"),
                summed("</a> \"*x*\" \\"));

        assertEquals("text: \"</a> \\\"*x*\\\" \\\\\"", bot.get("a.yaml"));
        assertEquals("\"</a> \\\"*x*\\\" \\\\\"", bot.get("b.json"));
        assertEquals("<a>&lt;/a&gt; &quot;*x*&quot; \\</a>", bot.get("c.xml"));
        assertEquals("\\</a\\> \"\\*x\\*\" \\\\", bot.get("d.md"));
    }

    @Test
    void putsTheDecisionInAsMarkdown() {
        assertEquals(
                "## Why\nIt has *no* public address.\n",
                scaffold(Map.of("why.md", "## Why\nChosen by hand.\n")).get("why.md"));
    }

    @Test
    void linksToTheManifestOfTheBot() {
        assertEquals(
                "deploy-bot: ü \\* \\~-.\\_ + \\\\. It has *no* public address. manifest_yaml="
                        + "about%3A%20%22%C3%BC%20%2A%20~-._%20%2B%20%5C%5C%22%0A\n",
                scaffold(Map.of(), summed("ü * ~-._ + \\")).get("README.md"));
    }

    @Test
    void sortsByTheNewPathAndTellsProgramsAndOwners() {
        Template template = SmallTemplate.read();
        Selection selection = Bots.over(template, "socket-mode", Set.of("cold-box"));
        List<GeneratedFile> files = Scaffolder.scaffold(template, SPEC, selection);

        assertEquals(
                List.of(
                        "README.md", "com/acme/deploy/Bot.java", "deploy/oven/oven.yaml", "feature/coldbox/Box.java",
                        "list.json", "manifest.yaml", "start.sh"),
                files.stream().map(GeneratedFile::path).toList());
        assertEquals(
                Set.of("start.sh"),
                files.stream().filter(GeneratedFile::executable).map(GeneratedFile::path).collect(Collectors.toSet()));
        assertEquals(
                Map.of("deploy/oven/oven.yaml", "oven", "feature/coldbox/Box.java", "cold-box"),
                files.stream()
                        .filter(file -> file.feature().isPresent())
                        .collect(Collectors.toMap(GeneratedFile::path, file -> file.feature().orElseThrow())));
        assertEquals(Optional.empty(), files.get(0).feature());
    }

    private static ProjectSpec summed(String summary) {
        return new ProjectSpec(SPEC.name(), SPEC.packageName(), summary, SPEC.decision(), SPEC.replicas());
    }

    private static Map<String, String> scaffold(Map<String, String> project) {
        return scaffold(project, SPEC);
    }

    private static Map<String, String> scaffold(Map<String, String> project, ProjectSpec spec) {
        Template template = SmallTemplate.read(project.entrySet().stream()
                .collect(Collectors.toMap(file -> "project/" + file.getKey(), Map.Entry::getValue)));
        return Bots.texts(Scaffolder.scaffold(template, spec, Bots.over(template, "socket-mode", Set.of())));
    }
}
