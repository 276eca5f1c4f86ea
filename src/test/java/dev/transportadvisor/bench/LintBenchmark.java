package dev.transportadvisor.bench;

import dev.transportadvisor.cli.Console;
import dev.transportadvisor.cli.Main;
import dev.transportadvisor.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many manifests a second {@code lint} checks in one process: folders of 1,000 and 10,000 manifests, the median of
 * five runs after one to warm up. A manifest has 34 lines and at least one finding.
 */
public final class LintBenchmark {

    private static final int RUNS = 5;

    private LintBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (int size : new int[] {1_000, 10_000}) {
            Path folder = Files.createTempDirectory("lint-throughput");
            try {
                write(folder, size);
                measure(folder, size);
            } finally {
                delete(folder);
            }
        }
    }

    private static void measure(Path folder, int size) {
        lint(folder);
        long[] nanos = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            lint(folder);
            nanos[run] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        double seconds = nanos[RUNS / 2] / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d manifests in %.2f s (%.2f to %.2f s): %,.0f a second on %d cores%n",
                size,
                seconds,
                nanos[0] / 1e9,
                nanos[RUNS - 1] / 1e9,
                size / seconds,
                Runtime.getRuntime().availableProcessors());
    }

    private static void lint(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Console console = new Console(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Style.PLAIN,
                Console.Screen.NONE,
                folder,
                "transport-advisor");
        if (Main.run(console, "lint", ".").status() != 1) {
            throw new IllegalStateException("Each manifest should have had a finding");
        }
    }

    private static void write(Path folder, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            Path file = folder.resolve("team-" + i % 100 + "/bot-" + i + "/manifest.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, manifest(i));
        }
    }

    private static String manifest(int number) {
        return """
                display_information:
                  name: bot-%d
                  description: Starts and watches deploys
                  background_color: "#1a1d21"
                features:
                  bot_user:
                    display_name: bot-%d
                    always_online: true
                  app_home:
                    home_tab_enabled: false
                    messages_tab_enabled: true
                    messages_tab_read_only_enabled: false
                  slash_commands:
                    - command: /bot-%d
                      description: Starts a deploy
                      usage_hint: "[service]"
                      should_escape: false
                oauth_config:
                  scopes:
                    bot:
                      - app_mentions:read
                      - chat:write
                      - commands
                      - im:history
                settings:
                  event_subscriptions:
                    bot_events:
                      - app_mention
                      - message.im
                  interactivity:
                    is_enabled: true
                  org_deploy_enabled: false
                  socket_mode_enabled: false
                  token_rotation_enabled: false
                """
                .formatted(number, number, number);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
