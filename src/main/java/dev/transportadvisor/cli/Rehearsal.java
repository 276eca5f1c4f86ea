package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.console.StandardOutput;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.report.format.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs typical command lines and throws away what they print. The build of the distribution starts it to find out which
 * classes to put into the cache of its Java; users never do.
 */
final class Rehearsal {

    private static final String ANSWERS =
            """
            schema: 1
            bot:
              name: hook-relay
              summary: Relays hooks
            needs:
              no-public-endpoint: must
              private-infrastructure: should
              fast-local-development: nice
              serverless: unknown
            context:
              workspaces: 1
              handler-seconds: 0.4
              hosting: long-running
            """;

    /** With some of what manifests get wrong. */
    private static final String MANIFEST =
            """
            display_information:
              name: hook-relay
            socket_mode_enabled: false
            features:
              bot_user:
                display_name: hook-relay
              slash_commands:
                - command: /remind
                  descripton: Reminds
            oauth_config:
              scopes:
                bot:
                  - chat:write
                  - chat:write
                  - app_mentions:read
                  - app_mention:reads
                  - bot
            settings:
              event_subscriptions:
                request_url: https://10.0.0.1/slack
                bot_events: [app_mention, message.im, app_mentioned]
              interactivity:
                is_enabled: true
                request_url: https://hooks.acme.io/slack
            """;

    private static final String JSON =
            """
            {
              "display_information": {"name": "hook-relay"},
              "oauth_config": {"scopes": {"bot": ["chat:write"]}},
              "settings": {"socket_mode_enabled": true}
            }
            """;

    private static final Map<String, String> FILES =
            Map.of("answers.yaml", ANSWERS, "manifest.yaml", MANIFEST, "manifest.json", JSON);

    /** What is run most, and no more, since a larger cache takes longer to load. */
    private static final List<List<String>> LINES = List.of(
            List.of("--help"),
            List.of("recommend", "answers.yaml"),
            List.of("recommend", "answers.yaml", "--format", "json"),
            List.of("scaffold", "answers.yaml", "-d", "bot"),
            List.of("lint", "manifest.yaml"),
            List.of("lint", "."),
            List.of("rules", "list"));

    private Rehearsal() {}

    /** @param arguments a folder to make, and to write to */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (List<String> line : LINES) {
            StandardOutput out = new StandardOutput(OutputStream.nullOutputStream());
            Console process = ThisProcess.console(out);
            Console console = new Console(
                    process.in(), process.out(), process.out(), Style.PLAIN, Console.Screen.NONE, folder, Program.NAME);
            Main.run(console, out, line.toArray(String[]::new));
        }
    }
}
