package dev.transportadvisor.bench;

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
 * The scaffolded bot of a language, plain and with an inbox on each of its databases, beside Slack's framework as it
 * comes: each one a process of its own with one listener, over both transports, against the local Slack in this
 * process. All take turns, so that a busy machine slows them alike; medians count.
 */
record BotBenchmark(MeasuredLanguage language) {

    /** Until the local Slack is warm; not counted. */
    private static final int WARM_ROUNDS = 1;

    private static final int ROUNDS = 3;
    private static final int MORE_STARTS = 5;
    private static final long REST_MILLIS = 1_500;
    private static final long ARCHIVE_SECONDS = 60;

    /** Together below the 30,000 events an hour that Slack sends to a bot. */
    private static final Load WARM_UP = new Load(8_000, Duration.ofSeconds(6), 0);

    private static final Load QUICK = new Load(15_000, Duration.ofSeconds(6), 0);
    private static final Load BESIDE_SLOW = new Load(5_000, Duration.ofSeconds(4), 10);

    /** One run of one bot; a short one ends with the first answer and has no more to tell. */
    private record Run(double firstAnswer, Optional<Figures> figures) {}

    private record Figures(double atRest, Load.Outcome quick, Load.Outcome besideSlow, double peak) {}

    void run(String... arguments) throws Exception {
        Optional<String> missing = language.missing();
        if (missing.isPresent()) {
            System.out.println("Without bots in " + language.template() + ": " + missing.get());
            return;
        }
        Optional<Path> programs = Postgres.programs();
        if (programs.isEmpty()) {
            System.out.println("Without an inbox in PostgreSQL, which is not installed.");
            measure(bots(Map.of()));
            return;
        }
        try (Postgres database = Postgres.start(programs.get())) {
            measure(bots(Map.of("inbox, PostgreSQL", Map.of("DATABASE_URL", database.url()))));
        }
    }

    /** @param databases the environment of an inbox that is kept there, by its name */
    private List<MeasuredBot> bots(Map<String, Map<String, String>> databases) throws Exception {
        delete(MeasuredLanguage.FOLDER);
        Path plain = language.scaffold("plain", Set.of());
        Path inbox = language.scaffold("inbox", Set.of("inbox"));
        List<MeasuredBot> bots = new ArrayList<>();
        bots.add(language.stock());
        bots.add(scaffolded("scaffolded bot", plain, Map.of()));
        bots.add(scaffolded("inbox, SQLite", inbox, Map.of("DATA_DIR", inbox.resolve("data").toString())));
        databases.forEach((name, environment) -> bots.add(scaffolded(name, inbox, environment)));
        return bots;
    }

    private static MeasuredBot scaffolded(String name, Path folder, Map<String, String> environment) {
        return new MeasuredBot(name, folder, List.of("./start.sh"), environment);
    }

    private static void measure(List<MeasuredBot> bots) throws Exception {
        Map<BotProcess.Start, List<Run>> runs = new LinkedHashMap<>();
        for (BotProcess.Start start : bots.stream().flatMap(MeasuredBot::starts).toList()) {
            awaitArchive(start);
            runs.put(start, new ArrayList<>());
        }
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

    /** The first start of a scaffolded bot in Java has its archive made, and none is measured before that is there. */
    private static void awaitArchive(BotProcess.Start start) throws Exception {
        if (!Files.exists(start.folder().resolve("pom.xml"))) {
            return;
        }
        new BotProcess(start).close();
        for (int i = 0; i < ARCHIVE_SECONDS * 10; i++) {
            if (Files.exists(start.folder().resolve("target/bench-bot.jsa"))) {
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
