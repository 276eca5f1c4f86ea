package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.bot.BotFault;
import dev.transportadvisor.drill.bot.PlainBot;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot that is broken in one place fails the scenario that is about it, and none of those that are quickly played. */
class FaultyBotIT {

    /** Drills mostly wait: so many at a time keep two cores busy, and no scenario short of time. */
    private static final int SIDE_BY_SIDE = 4;

    private static final String SECOND = "second-process";

    /** These take many seconds each: only the bot without a fault, and one with the fault that they are about. */
    private static final List<Set<String>> LONG = List.of(
            Set.of("readiness", "restart-under-load", "sigterm-drains"),
            Set.of(
                    "burst",
                    "connection-refresh",
                    "half-open-socket",
                    "mute-socket",
                    "rate-limited",
                    SECOND,
                    "slow-work"));

    /** As many as a team runs that restarts one at a time. */
    private static final int REPLICAS = 3;

    /** On a machine that does much else, Java may take very long to start: that is not what is tested. */
    private static final Duration START = Duration.ofMinutes(4);

    @TempDir
    private static Path folder;

    private static final Map<BotFault, List<CompletableFuture<DrillReport>>> DRILLS = new EnumMap<>(BotFault.class);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(SIDE_BY_SIDE);

    @BeforeAll
    static void drillAll() throws IOException {
        for (BotFault fault : longestFirst()) {
            List<CompletableFuture<DrillReport>> drills = parts(fault, scenarios(fault)).stream()
                    .map(scenarios -> new DrillRun(plan(fault, scenarios), (scenario, transport) -> {}))
                    .map(drill -> CompletableFuture.supplyAsync(drill::run, THREADS))
                    .toList();
            DRILLS.put(fault, drills);
        }
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        assertEquals(List.of(), ProcessHandle.current().descendants().toList());
    }

    @ParameterizedTest
    @EnumSource
    void failsTheScenarioThatIsAboutItsFaultAndNoOther(BotFault fault) throws Exception {
        Set<String> failed = new TreeSet<>();
        StringBuilder reasons = new StringBuilder();
        for (CompletableFuture<DrillReport> drill : DRILLS.get(fault)) {
            DrillReport report = drill.get(10, TimeUnit.MINUTES);
            failed.addAll(failed(report));
            reasons.append(reasons(report));
            assertEquals(0, report.count(ScenarioResult.Status.SKIPPED));
        }
        assertEquals(fault == BotFault.NONE ? Set.of() : Set.of(fault.scenario()), failed, reasons::toString);
    }

    private static Set<String> failed(DrillReport report) {
        Set<String> failed = report.results().stream()
                .filter(result -> result.status() == ScenarioResult.Status.FAILED)
                .map(result -> result.scenario().id())
                .collect(Collectors.toSet());
        if (!report.comparison().differences().isEmpty()) {
            failed.add("same-effect");
        }
        return failed;
    }

    private static String reasons(DrillReport report) {
        return report.results().stream()
                .filter(result -> !result.reason().isEmpty())
                .map(result -> "\n" + result.scenario().id() + " " + result.transport() + " " + result.status() + " "
                        + result.reason())
                .collect(Collectors.joining());
    }

    /** Those that are drilled over both transports, or wait for retries, would otherwise run alone in the end. */
    private static Set<BotFault> longestFirst() {
        Set<BotFault> order = new LinkedHashSet<>(List.of(BotFault.NONE, BotFault.TWO_FACED, BotFault.DROPS_BURSTS));
        order.addAll(List.of(BotFault.values()));
        return order;
    }

    /**
     * How many events come at once. Where they are not what the fault is about they are few: so many bots under load
     * at a time would take each other's three seconds, and one without a memory handles what then comes again.
     */
    private static int burst(BotFault fault) {
        return switch (fault) {
            case NONE -> 500;
            case DROPS_BURSTS -> 200;
            default -> 50;
        };
    }

    /** One that works before it answers is to answer in time where it is not this that it fails in. */
    private static String slowWork(BotFault fault) {
        return fault == BotFault.WORKS_FIRST ? "1 s" : "2500 ms";
    }

    private static DrillPlan plan(BotFault fault, List<Scenario> scenarios) {
        int replicas = scenarios.stream().anyMatch(FaultyBotIT::isAboutReplicas) ? REPLICAS : 1;
        Map<String, String> environment = new HashMap<>(Map.of(
                "PLAIN_BOT_FAULT", fault.name(),
                "PLAIN_BOT_STATE", folder.resolve(fault.name()).toString()));
        if (replicas > 1) {
            environment.put("PLAIN_BOT_INBOX", folder.resolve(fault.name() + "-inbox").toString());
        }
        return new DrillPlan(
                fault.name(),
                new BotCommand(command(), folder, environment),
                new AppFeatures(
                        List.of("app_mention"),
                        List.of("/plain"),
                        RequestUrls.NONE,
                        oauth(scenarios)),
                transports(fault, scenarios),
                scenarios,
                AdviceBook.read(SourceReader.read(Path.of("rules/drill-advice.yaml"))),
                Optional.of("/readyz"),
                "/slack/events",
                0,
                replicas,
                START);
    }

    /** Each process keeps for itself where it was installed: a second one would know no installation by others. */
    private static OAuthApp oauth(List<Scenario> scenarios) {
        return scenarios.stream().anyMatch(scenario -> scenario.id().equals(SECOND))
                ? OAuthApp.UNKNOWN
                : new OAuthApp(List.of("https://plain.example.com/slack/oauth_redirect"), true, false);
    }

    /** One transport is enough to find a fault, except where both are compared. */
    private static Set<Transport> transports(BotFault fault, List<Scenario> scenarios) {
        if (fault == BotFault.NONE || fault == BotFault.TWO_FACED) {
            return EnumSet.allOf(Transport.class);
        }
        return scenarios.stream()
                        .filter(scenario -> scenario.id().equals(fault.scenario()))
                        .anyMatch(scenario -> scenario.transports().contains(Transport.EVENTS_API))
                ? EnumSet.of(Transport.EVENTS_API)
                : EnumSet.of(Transport.SOCKET_MODE);
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                PlainBot.class.getName());
    }

    /** The built-in scenarios; this bot notices in two seconds what others notice in minutes. */
    private static List<Scenario> scenarios(BotFault fault) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/drill"))) {
            return ScenarioReader.read(files.map(SourceReader::read)
                    .map(file -> new SourceFile(file.path(), hurried(file.text(), fault)))
                    .toList());
        }
    }

    /** What is drilled with a bot of its own: the quick ones together, and of the others only what is needed. */
    private static List<List<Scenario>> parts(BotFault fault, List<Scenario> all) {
        List<Scenario> aboutReplicas = all.stream().filter(FaultyBotIT::isAboutReplicas).toList();
        List<Scenario> others = all.stream().filter(scenario -> !isAboutReplicas(scenario)).toList();
        if (aboutReplicas.stream().anyMatch(scenario -> scenario.id().equals(fault.scenario()))) {
            return List.of(aboutReplicas);
        }
        if (fault.scenario().equals(SECOND)) {
            return List.of(only(others, SECOND::equals), only(others, FaultyBotIT::isQuick));
        }
        if (fault != BotFault.NONE) {
            return List.of(only(others, id -> fault.scenario().equals(id) || isQuick(id)));
        }
        return Stream.of(
                        LONG.stream().map(part -> only(others, part::contains)),
                        Stream.of(only(others, FaultyBotIT::isQuick)),
                        Stream.of(aboutReplicas))
                .flatMap(Function.identity())
                .toList();
    }

    private static boolean isAboutReplicas(Scenario scenario) {
        return scenario.replicas() > 1;
    }

    private static boolean isQuick(String scenario) {
        return LONG.stream().noneMatch(part -> part.contains(scenario));
    }

    private static List<Scenario> only(List<Scenario> scenarios, Predicate<String> which) {
        return scenarios.stream()
                .filter(scenario -> which.test(scenario.id()))
                .toList();
    }

    private static String hurried(String scenario, BotFault fault) {
        return scenario.replace("within: 150 s", "within: 10 s")
                .replace("time: 60 s", "time: 5 s")
                .replace("times: 500", "times: " + burst(fault))
                .replace("by: 2500 ms", "by: " + slowWork(fault))
                .replace("limit-api, times: 2", "limit-api, times: 1")
                .replace("times: 100,", "times: 60,")
                .replace("by: 5 s", "by: 3500 ms")
                .replace("time: 2 s", "time: 1 s")
                .replace("times: 200, every", "times: 120, every")
                .replace("pause, time: 16 s", "pause, time: 3 s")
                .replace("calls: 20", "calls: 10");
    }
}
