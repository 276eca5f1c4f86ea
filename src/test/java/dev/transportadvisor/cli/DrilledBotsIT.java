package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.scaffold.Bots;
import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slow: the scaffolded bot in Java of each sample and the richest one are drilled over both transports, as a user does
 * it. Of those that run the same code one is, and three at a time: a drill mostly waits.
 */
class DrilledBotsIT {

    private static final Path MAVEN = Path.of(System.getProperty("maven.home", ""), "bin");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of(System.getProperty("packaged.jar", "")).toAbsolutePath().toString();

    /** A bot that starts takes a core for some seconds, and Slack's three seconds are measured meanwhile. */
    private static final int SIDE_BY_SIDE = 3;

    /** To build a bot beside another, to start it thirty times, and to wait until it notices a dead connection. */
    private static final long DRILL_SECONDS = 1_800;

    /** For a bot to start beside others, on two cores that have more to do. */
    private static final String START_SECONDS = "180";

    @TempDir
    Path folder;

    @Test
    void aScaffoldedBotPassesEveryScenarioOverBothTransports() throws Exception {
        assumeTrue(Files.isExecutable(MAVEN.resolve("mvn")), "Skipped: needs Maven; run this test with mvn verify");
        var programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        scaffoldSamples();
        scaffoldRichest();
        ExecutorService drills = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        Map<Path, Future<Finished>> running = new LinkedHashMap<>();
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            for (Path bot : withDifferentCode()) {
                running.put(bot, drills.submit(() -> drill(bot, database)));
            }
            assertAll(running.entrySet().stream().map(drill ->
                    () -> assertPassed(drill.getKey(), drill.getValue().get())));
        } finally {
            drills.shutdownNow();
        }
    }

    private void scaffoldSamples() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(Files::isRegularFile).sorted().toList()) {
                Path bot = folder.resolve(sample.getFileName().toString().replace(".yaml", ""));
                Run run = Run.of("scaffold", sample.toString(), "-d", bot.toString());
                String said = run.out() + run.err();
                assertTrue(Files.exists(bot) || said.contains("Nothing was written"), said);
            }
        }
    }

    private void scaffoldRichest() {
        List<String> words = new ArrayList<>(List.of(
                "scaffold", "samples/nothing-known-yet.yaml", "-d", folder.resolve("richest").toString()));
        Bots.JAVA.featureIds().forEach(id -> words.addAll(List.of("--with", id)));
        Run run = Run.of(words.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
    }

    private List<Path> withDifferentCode() throws IOException {
        Map<Set<String>, Path> bots = new HashMap<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path bot : folders.sorted().toList()) {
                bots.putIfAbsent(code(bot), bot);
            }
        }
        return bots.values().stream().sorted().toList();
    }

    /** Each feature has files of its own; besides, what a bot is deployed with may ask for a database. */
    private static Set<String> code(Path bot) throws IOException {
        Path classes = packageOf(bot);
        try (Stream<Path> files = Files.walk(classes)) {
            Set<String> code = files.map(file -> classes.relativize(file).toString()).collect(Collectors.toSet());
            code.add("needs a database: " + needsDatabase(bot));
            return code;
        }
    }

    /** The folder of its only package at the top. */
    private static Path packageOf(Path bot) throws IOException {
        try (Stream<Path> packages = Files.list(bot.resolve("src/main/java/com/example"))) {
            return packages.findFirst().orElseThrow();
        }
    }

    private static boolean needsDatabase(Path bot) throws IOException {
        Path resources = bot.resolve("src/main/resources/com/example").resolve(packageOf(bot).getFileName());
        Path settings = resources.resolve("feature/inbox/inbox.properties");
        return Files.exists(settings) && Files.readString(settings).contains("database-url=required");
    }

    private static Finished drill(Path bot, Postgres server) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", MAVEN + File.pathSeparator + System.getenv("PATH"),
                "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")); // builds in half of the time
        if (needsDatabase(bot)) {
            environment.put("DATABASE_URL", server.newDatabase(bot.getFileName().toString()));
        }
        return Finished.run(
                bot.getParent(),
                environment,
                DRILL_SECONDS,
                List.of(JAVA, "-jar", JAR, "drill", bot.getFileName().toString(), "--timeout", START_SECONDS));
    }

    private static void assertPassed(Path bot, Finished drill) {
        Supplier<String> said = () -> bot.getFileName() + ": " + drill.out() + drill.err();
        assertEquals(0, drill.status(), said);
        // On a slow machine a bot takes long to start, of which the drill tells.
        assertTrue(drill.err().isEmpty() || drill.err().contains("has not called the local Slack so far"), said);
        String words = drill.out().replaceAll("\\s+", " ");
        boolean isAlone = words.contains("second-process over socket-mode: Only one process knows where the bot is");
        String skipped = isAlone ? ", 1 skipped" : "";
        assertTrue(words.matches(".*Over socket-mode, (1[5-9]) of \\1 scenarios passed" + skipped + "\\..*"), said);
        assertTrue(words.matches(".*Over events-api, (1[6-9]) of \\1 scenarios passed\\..*"), said);
        assertTrue(words.endsWith("The bot does the same over both. "), said);
    }
}
