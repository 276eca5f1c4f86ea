package dev.transportadvisor.cli;

import dev.transportadvisor.report.Style;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
              no-public-endpoint: should
              fast-local-development: nice
              serverless: unknown
            context:
              workspaces: 1
              handler-seconds: 0.4
              hosting: long-running
            """;

    /** Each reads the answers from standard input, and none writes a file. */
    private static final List<List<String>> COMMAND_LINES = List.of(
            List.of("--help"),
            List.of("recommend", "-"),
            List.of("recommend", "-", "--expect", "events-api"),
            List.of("recommend", "-", "--format", "json"),
            List.of("recommend", "-", "--format", "markdown"),
            List.of("recommend", "no-such-file.yaml"),
            List.of("scaffold", "-", "--dry-run", "-d", "no-such-folder"),
            List.of("rules", "list"),
            List.of("rules", "explain", "serverless"),
            List.of("rules", "check"));

    private Rehearsal() {}

    public static void main(String... arguments) {
        for (List<String> line : COMMAND_LINES) {
            PrintStream nowhere = new PrintStream(new StandardOutput(OutputStream.nullOutputStream()), true, StandardCharsets.UTF_8);
            Main.run(
                    new Console(
                            new ByteArrayInputStream(ANSWERS.getBytes(StandardCharsets.UTF_8)),
                            nowhere,
                            nowhere,
                            Style.PLAIN,
                            Console.Screen.NONE,
                            Path.of(""),
                            Main.NAME),
                    line.toArray(String[]::new));
        }
    }
}
