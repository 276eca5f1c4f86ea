package dev.transportadvisor.cli;

import dev.transportadvisor.report.Style;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs typical command lines and throws away what they print. The launcher starts it to find out which classes to put
 * into its archive; users never do.
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
              fast-local-development: nice
              serverless: unknown
            context:
              workspaces: 1
              handler-seconds: 0.4
              hosting: long-running
            """;

    private static final String MANIFEST =
            """
            display_information:
              name: hook-relay
            features:
              bot_user:
                display_name: hook-relay
            oauth_config:
              scopes:
                bot:
                  - chat:write
                  - app_mentions:read
            settings:
              event_subscriptions:
                bot_events: [app_mention, message.im]
              interactivity:
                is_enabled: true
                request_url: https://hooks.acme.io/slack
            """;

    /**
     * What is run most, and no more, since a larger archive takes longer to load. Each reads standard input; what one
     * writes goes to a new folder.
     */
    private static final List<Line> LINES = List.of(
            new Line("", "--help"),
            new Line(ANSWERS, "recommend", "-"),
            new Line(ANSWERS, "recommend", "-", "--format", "json"),
            new Line(ANSWERS, "scaffold", "-", "-d", "bot"),
            new Line(MANIFEST, "lint", "-"),
            new Line("", "rules", "list"));

    private record Line(String input, String... arguments) {}

    private Rehearsal() {}

    /** @param arguments a folder to write to */
    public static void main(String... arguments) {
        for (Line line : LINES) {
            Console process = Console.ofProcess(new StandardOutput(OutputStream.nullOutputStream()));
            Console console = new Console(
                    new ByteArrayInputStream(line.input.getBytes(StandardCharsets.UTF_8)),
                    process.out(),
                    process.out(),
                    Style.PLAIN,
                    Console.Screen.NONE,
                    Path.of(arguments[0]),
                    Main.NAME);
            Main.run(console, line.arguments);
        }
    }
}
