package dev.transportadvisor.build.rehearsal;

import dev.transportadvisor.cli.Main;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs every command that ends by itself, so that Java sees which classes belong into its ahead-of-time cache. What is
 * in there is loaded at each start, whether it is needed or not; so the HTTP servers and clients of simulate and drill,
 * which wait for bots anyway, are not. It is part of the runtime that is distributed, but not of the program.
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
              "features": {"bot_user": {"display_name": "hook-relay"}},
              "oauth_config": {"scopes": {"bot": ["chat:write"]}},
              "settings": {"socket_mode_enabled": true}
            }
            """;

    private static final Map<String, String> FILES = Map.of(
            "answers.yaml", ANSWERS, "manifest.yaml", MANIFEST, "fix.yaml", MANIFEST, "manifest.json", JSON);

    /** What ends by itself; one line for each command, and for each of the formats that is read most. */
    private static final List<String> LINES = List.of(
            "--help",
            "--version",
            "help",
            "help formats",
            "recommend answers.yaml",
            "recommend answers.yaml --format json",
            "recommend answers.yaml --format markdown",
            "recommend no-such.yaml",
            "ask -o asked.yaml",
            "scaffold answers.yaml -d bot",
            "lint .",
            "lint manifest.json",
            "lint manifest.yaml --format json",
            "lint manifest.yaml --format sarif",
            "lint manifest.yaml --format github",
            "lint manifest.yaml --format junit",
            "lint manifest.yaml --format gitlab",
            "lint manifest.yaml --diff",
            "lint fix.yaml --fix",
            "lint . --baseline baseline.json --write-baseline",
            "rules list",
            "rules explain hosting",
            "rules check");

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder to make, and to write to, and one with a table to check */
    public static void main(String... arguments) throws Exception {
        Rehearsal rehearsal = new Rehearsal(Files.createDirectories(Path.of(arguments[0])));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(rehearsal.folder.resolve(file.getKey()), file.getValue());
        }
        for (String line : LINES) {
            rehearsal.run(line.split(" "));
        }
        rehearsal.run("rules", "check", arguments[1]);
        // As a process runs it; this ends the rehearsal.
        Main.main(new String[] {"lint", rehearsal.folder.resolve("manifest.json").toString()});
    }

    private void run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream("hook-relay\n\nmust\n".getBytes(StandardCharsets.UTF_8));
        Console console = new Console(in, print, print, Style.PLAIN, Console.Screen.NONE, folder, Program.NAME);
        if (Main.run(console, arguments) == ExitCode.FAILURE) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + out);
        }
    }
}
