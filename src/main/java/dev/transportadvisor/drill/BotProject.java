package dev.transportadvisor.drill;

import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.drill.process.BotProcess;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A folder that holds a bot, as the Slack CLI knows it: {@code .slack/hooks.json} says how it is started.
 *
 * @see <a href="https://docs.slack.dev/tools/slack-cli/reference/hooks">Hooks of the Slack CLI</a>
 */
public record BotProject(Path directory) {

    private static final String HOOKS = ".slack/hooks.json";

    /** Downloading what a project needs takes minutes where nothing is at hand yet. */
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

    /** Where a scaffolded bot says whether it is ready. */
    public static final String READINESS = "/readyz";

    /**
     * What the hook {@code start} runs.
     *
     * @throws InputException if the folder has no such hook
     */
    public BotCommand start() {
        if (!Files.isDirectory(directory)) {
            throw new InputException(
                    directory + " is no folder. Name the folder of a bot, or give a command after --.");
        }
        Path hooks = directory.resolve(HOOKS);
        if (!Files.exists(hooks)) {
            throw new InputException(directory + " has no " + HOOKS
                    + ", which says how the bot is started. Give a command instead: drill --transport TRANSPORT --"
                    + " COMMAND.");
        }
        SourceFile file = SourceReader.read(hooks);
        Problems problems = new Problems(file);
        MappingReader reader = new MappingReader("the hooks file", DocumentReader.read(file), problems);
        String start = reader.requiredMapping("hooks").requiredText("start");
        problems.throwIfAny();
        return BotCommand.shell(start, directory, Map.of());
    }

    /** The manifest in the folder, if there is one. */
    public Optional<Path> manifest() {
        return Stream.of("manifest.yaml", "manifest.json")
                .map(directory::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Builds the bot, or installs what it needs; its tests are not run.
     *
     * @throws DrillException if it does not build
     */
    public void build() {
        BotBuild build = new BotBuild(directory);
        build.tool().flatMap(tool -> tool.missing(System.getenv(), directory)).ifPresent(sentence -> {
            throw new DrillException(sentence);
        });
        build.commands().forEach(this::run);
    }

    private void run(List<String> command) {
        try (BotProcess build = BotProcess.build(new BotCommand(command, directory, Map.of()))) {
            OptionalInt status = build.await(BUILD_LIMIT);
            if (status.isEmpty() || status.getAsInt() != 0) {
                String end = status.isEmpty() ? "did not end" : "ended with status " + status.getAsInt();
                throw new DrillException(
                        "The bot does not build: `" + String.join(" ", command) + "` " + end + ".", build.log());
            }
        }
    }
}
