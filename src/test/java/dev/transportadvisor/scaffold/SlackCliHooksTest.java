package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.Finished;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The commands of {@code .slack/hooks.json}, run as the Slack CLI runs them: by a shell in the bot's folder, with
 * what the CLI appends.
 *
 * @see <a href="https://docs.slack.dev/tools/slack-cli/reference/hooks">Hooks of the Slack CLI</a>
 */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SlackCliHooksTest {

    @TempDir
    private Path folder;

    private Path bot;

    static final List<Template> TEMPLATES = Bots.ALL;

    private void scaffold(Template template) {
        bot = folder.resolve("deploy-bot");
        ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen.", 1);
        ProjectWriter.write(ProjectWriter.plan(bot, Bots.plain(template, spec, "socket-mode")));
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void theManifestIsPrintedWhateverOptionsFollow(Template template) throws Exception {
        scaffold(template);
        String printed = run(hook("get-manifest") + " --protocol message-boundaries --boundary x");

        assertEquals(Files.readString(bot.resolve(".slack/manifest.json")), printed);
    }

    /** Docker's place is taken by a program that tells where and with what it was called. */
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void deployingBuildsTheImageOfTheBotsOwnFolder(Template template) throws Exception {
        scaffold(template);
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!/bin/sh\necho \"$PWD: docker $*\"\n");
        docker.toFile().setExecutable(true);

        String printed = run(hook("deploy") + " ");

        assertEquals(bot.toRealPath() + ": docker build --tag deploy-bot .\n", printed);
    }

    /** What it starts is missing as long as the bot is not built, and the script says so. */
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void startingRunsTheBotsOwnScript(Template template) throws Exception {
        scaffold(template);

        Finished run = Finished.run(bot, Map.of(), 30, List.of("sh", "-c", hook("start") + " "));

        assertEquals(2, run.status());
        assertTrue(run.err().contains(template.commands().get("build")), run.err());
    }

    private String hook(String name) {
        Node file = DocumentReader.read(SourceReader.read(bot.resolve(".slack/hooks.json")));
        return ((ScalarNode) value(value(file, "hooks"), name)).text();
    }

    private static Node value(Node mapping, String key) {
        return ((MappingNode) mapping).get(key).orElseThrow();
    }

    private String run(String script) throws Exception {
        String path = folder + File.pathSeparator + System.getenv("PATH");
        Finished run = Finished.run(bot, Map.of("PATH", path), 30, List.of("sh", "-c", script));
        assertEquals("", run.err());
        assertEquals(0, run.status());
        return run.out();
    }
}
