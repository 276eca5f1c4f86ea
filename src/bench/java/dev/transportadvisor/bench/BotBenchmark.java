package dev.transportadvisor.bench;

import dev.transportadvisor.scaffold.Bots;
import dev.transportadvisor.scaffold.ProjectSpec;
import dev.transportadvisor.scaffold.ProjectWriter;
import dev.transportadvisor.testing.BoltForJavaScript;
import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The scaffolded bot, plain and with an inbox on each of its databases, beside Bolt for Java as it comes and, where
 * node and npm are, Bolt for JavaScript: each one a process of its own with one listener, over both transports,
 * against the local Slack in this process. All take turns, so that a busy machine slows them alike; medians count.
 */
final class BotBenchmark {

    /** Until the local Slack is warm; not counted. */
    private static final int WARM_ROUNDS = 1;

    private static final int ROUNDS = 3;
    private static final int MORE_STARTS = 5;
    private static final long REST_MILLIS = 1_500;
    private static final long BUILD_SECONDS = 300;
    private static final long ARCHIVE_SECONDS = 60;

    /** Together below the 30,000 events an hour that Slack sends to a bot. */
    private static final Load WARM_UP = new Load(8_000, Duration.ofSeconds(6), 0);

    private static final Load QUICK = new Load(15_000, Duration.ofSeconds(6), 0);
    private static final Load BESIDE_SLOW = new Load(5_000, Duration.ofSeconds(4), 10);

    private static final Path FOLDER = Path.of("target/bots").toAbsolutePath();
    private static final Path PLAIN = FOLDER.resolve("plain");
    private static final Path INBOX = FOLDER.resolve("inbox");
    private static final String REGISTRATION = "        app.event(AppMentionEvent.class, this::onMention);\n";
    private static final String LISTENER =
            """
                    app.event(com.slack.api.model.event.MessageEvent.class, (payload, context) -> {
                        if (payload.getEvent().getText().equals("slow")) {
                            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                        }
                        return context.ack();
                    });
            """;

    private static final String REHEARSED = "            running.delivery.event(Payloads.mention(\"hello\"));\n";
    private static final String REHEARSAL =
            """
                        running.delivery.event(Payloads.event(\"\"\"
                                {"type":"message","user":"U1","text":"quick","ts":"1.1","channel":"C1"}\"\"\"));
            """;

    private static final Map<String, String> SQLITE = Map.of("DATA_DIR", INBOX.resolve("data").toString());

    /** One run of one bot; a short one ends with the first answer and has no more to tell. */
    private record Run(double firstAnswer, Optional<Figures> figures) {}

    private record Figures(double atRest, Load.Outcome quick, Load.Outcome besideSlow, double peak) {}

    private BotBenchmark() {}

    public static void main(String... arguments) throws Exception {
        delete(FOLDER);
        scaffold(PLAIN, Set.of());
        scaffold(INBOX, Set.of("inbox"));
        Optional<Path> programs = Postgres.programs();
        if (programs.isEmpty()) {
            System.out.println("Without an inbox in PostgreSQL, which is not installed.");
            measure(starts());
            return;
        }
        try (Postgres database = Postgres.start(programs.get())) {
            List<BotProcess.Start> starts = starts();
            for (String transport : Bots.TRANSPORTS) {
                starts.add(scaffolded("inbox, PostgreSQL", transport, INBOX, Map.of("DATABASE_URL", database.url())));
            }
            measure(starts);
        }
    }

    private static void measure(List<BotProcess.Start> starts) throws Exception {
        Map<BotProcess.Start, List<Run>> runs = new LinkedHashMap<>();
        starts.forEach(start -> runs.put(start, new ArrayList<>()));
        awaitArchive(PLAIN, Map.of());
        awaitArchive(INBOX, SQLITE);
        for (int round = -WARM_ROUNDS; round < ROUNDS + MORE_STARTS; round++) {
            for (BotProcess.Start start : runs.keySet()) {
                Run run = run(start, round < ROUNDS);
                if (round >= 0) {
                    runs.get(start).add(run);
                }
            }
        }
        print(runs);
    }

    private static Run run(BotProcess.Start start, boolean whole) throws Exception {
        try (BotProcess bot = new BotProcess(start)) {
            return new Run(bot.firstAnswer(), whole ? Optional.of(figures(bot)) : Optional.empty());
        }
    }

    private static Figures figures(BotProcess bot) throws Exception {
        Thread.sleep(REST_MILLIS);
        double atRest = bot.resident();
        WARM_UP.applyTo(bot.slack());
        Load.Outcome quick = QUICK.applyTo(bot.slack());
        Load.Outcome besideSlow = BESIDE_SLOW.applyTo(bot.slack());
        return new Figures(atRest, quick, besideSlow, bot.peak());
    }

    private static List<BotProcess.Start> starts() throws Exception {
        List<BotProcess.Start> starts = new ArrayList<>();
        Optional<String> noNode = BoltForJavaScript.install();
        noNode.ifPresent(reason -> System.out.println("Without Bolt for JavaScript: " + reason));
        for (String transport : Bots.TRANSPORTS) {
            starts.add(new BotProcess.Start("Bolt for Java", transport, FOLDER, stock(), Map.of()));
            starts.add(scaffolded("scaffolded bot", transport, PLAIN, Map.of()));
            starts.add(scaffolded("inbox, SQLite", transport, INBOX, SQLITE));
            if (noNode.isEmpty()) {
                starts.add(new BotProcess.Start("Bolt for JavaScript", transport, BoltForJavaScript.FOLDER,
                        List.of("node", "bench.js"), Map.of()));
            }
        }
        return starts;
    }

    private static BotProcess.Start scaffolded(
            String name, String transport, Path folder, Map<String, String> environment) {
        return new BotProcess.Start(name, transport, folder, List.of("./start.sh"), environment);
    }

    private static List<String> stock() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", absoluteClassPath(), StockBot.class.getName());
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((first, second) -> first + ":" + second)
                .orElseThrow();
    }

    /** A bot as users get it, with the one listener more that all of them have, added as its README.md says. */
    private static void scaffold(Path folder, Set<String> features) throws Exception {
        ProjectSpec spec =
                new ProjectSpec("bench-bot", "com.example.benchbot", "Is measured", "To be measured.", 1);
        ProjectWriter.write(ProjectWriter.plan(folder, Bots.with(spec, "socket-mode", features)));
        append(folder, "src/main/java/com/example/benchbot/Listeners.java", REGISTRATION, LISTENER);
        append(folder, "src/test/java/com/example/benchbot/Rehearsal.java", REHEARSED, REHEARSAL);
        Finished build = Finished.run(
                folder, Map.of(), BUILD_SECONDS, List.of("mvn", "-q", "-B", "-ntp", "-DskipTests", "package"));
        if (build.status() != 0) {
            throw new IllegalStateException("The scaffolded bot does not build:\n" + build.out() + build.err());
        }
    }

    private static void append(Path folder, String path, String place, String addition) throws IOException {
        Path file = folder.resolve(path);
        String text = Files.readString(file);
        if (!text.contains(place)) {
            throw new IllegalStateException("There is no place for a line in " + file);
        }
        Files.writeString(file, text.replace(place, place + addition));
    }

    /** The first start has the archive made, and none is measured before it is there. */
    private static void awaitArchive(Path folder, Map<String, String> environment) throws Exception {
        new BotProcess(scaffolded("archived", "socket-mode", folder, environment)).close();
        for (int i = 0; i < ARCHIVE_SECONDS * 10; i++) {
            if (Files.exists(folder.resolve("target/bench-bot.jsa"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The scaffolded bot has no archive after " + ARCHIVE_SECONDS + " s");
    }

    private static void print(Map<BotProcess.Start, List<Run>> runs) {
        System.out.printf(
                Locale.ROOT,
                "%nBots, 50 events under way; the right half beside 10 on which a listener blocks for 50 ms.%n"
                        + "Medians of %d runs, of the first answer of %d.%n%n%-33s %8s %6s %6s %5s  %8s %6s %6s %5s"
                        + "  %9s %8s %8s%n",
                ROUNDS, ROUNDS + MORE_STARTS,
                "", "events/s", "p50 ms", "p99 ms", "lost", "events/s", "p50 ms", "p99 ms", "lost",
                "first, ms", "MiB rest", "MiB peak");
        runs.forEach((start, all) -> System.out.printf(
                Locale.ROOT,
                "%-20s %-12s %8.0f %6.1f %6.1f %5.0f  %8.0f %6.1f %6.1f %5.0f  %9.0f %8.0f %8.0f%n",
                start.name(), start.transport(),
                median(all, run -> run.quick().perSecond()),
                median(all, run -> run.quick().p50()),
                median(all, run -> run.quick().p99()),
                median(all, run -> run.quick().lost()),
                median(all, run -> run.besideSlow().perSecond()),
                median(all, run -> run.besideSlow().p50()),
                median(all, run -> run.besideSlow().p99()),
                median(all, run -> run.besideSlow().lost()),
                median(all.stream().map(Run::firstAnswer)),
                median(all, Figures::atRest),
                median(all, Figures::peak)));
    }

    private static double median(List<Run> runs, Function<Figures, ? extends Number> figure) {
        return median(runs.stream()
                .flatMap(run -> run.figures().stream())
                .map(figures -> figure.apply(figures).doubleValue()));
    }

    private static double median(Stream<Double> figures) {
        List<Double> sorted = figures.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
