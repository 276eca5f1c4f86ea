package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.drill.BotProject;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.testing.FreePort;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.Programs;
import dev.transportadvisor.testing.Python;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Slow: three processes of a bot with an inbox share a PostgreSQL and are killed at random moments under load, as often
 * as {@code -Dkills} says, or lose their database. Nothing that was acknowledged may be without effect.
 */
class KilledReplicasIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** What start.sh ends in: with a process between, the wrong one would be killed. */
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "java", List.of(JAVA, "-Xmx96m", "-jar", "target/deploy-bot.jar"),
            "javascript", List.of("node", "app.js"),
            "python", List.of(".venv/bin/python", "-m", "deploy_bot"));

    private static final int KILLS = Integer.getInteger("kills", 5);

    /** On a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Random random = new Random(1);
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Process> replicas = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private static final int REPLICAS = 3;

    @TempDir
    static Path folder;

    private Path bot;
    private List<String> command;
    private Postgres database;
    private SlackSimulator slack;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Programs.areThere("mvn", "npm") && Python.isThere(), "Skipped: needs Maven, Node.js, npm and Python");
        Optional<Path> programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        database = Postgres.start(programs.orElseThrow());
        slack = SlackSimulator.start();
    }

    @AfterEach
    void stop() throws Exception {
        replicas.forEach(Process::destroyForcibly);
        if (slack != null) {
            slack.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /** A bot that dies between a post and its commit posts again; nothing can close that window towards Slack. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "javascript", "python"})
    void nothingAcknowledgedIsWithoutEffect(String language) throws Exception {
        build(language, "plain");
        killUnderLoad();

        Set<String> twice = answeredTwice();
        System.out.println(language + ": " + sent.size() + " mentions, " + acknowledged().size() + " acknowledged, "
                + KILLS + " kills, " + twice.size() + " answered twice: " + twice);
        assertTrue(twice.size() <= KILLS * 8L, twice::toString); // what eight workers of each had in hand
    }

    @Test
    void aPostThatLooksFirstHappensOnce() throws Exception {
        build("java", "once");
        killUnderLoad();

        assertEquals(Set.of(), answeredTwice());
    }

    @Test
    void nothingAcknowledgedIsLostWithTheDatabase() throws Exception {
        build("java", "plain");
        launchAll();
        mentionFor(500);

        database.pause();
        for (int i = 0; i < REPLICAS; i++) {
            await(i, 503);
        }
        int before = acknowledged().size();
        mentionFor(500);
        assertEquals(before, acknowledged().size());

        database.resume();
        for (int i = 0; i < REPLICAS; i++) {
            await(i, 200);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged().size() == before) {
            assertTrue(System.nanoTime() < end, "nothing is acknowledged any more");
            mention();
        }
        assertNothingIsLost();
    }

    /** Once for all that need the same one. */
    private void build(String language, String name) throws Exception {
        command = COMMANDS.get(language);
        bot = folder.resolve(language + "-" + name);
        if (Files.exists(bot)) {
            return;
        }
        ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen.", REPLICAS);
        ProjectWriter.write(
                ProjectWriter.plan(bot, Bots.with(Bots.template(language), spec, "events-api", Set.of("inbox"))));
        if (name.equals("once")) {
            postOnce(bot.resolve("src/main/java/org/acme/deploy"));
        }
        new BotProject(bot).build();
    }

    /** What an owner does who wants it. */
    private static void postOnce(Path code) throws Exception {
        edit(code.resolve("Bot.java"), " work);\n        listeners.", " work, inbox.posts());\n        listeners.");
        Path listeners = code.resolve("Listeners.java");
        edit(listeners, "    Listeners(\n            WorkQueue work) {", """
                private final org.acme.deploy.feature.inbox.OncePosts posts;

                Listeners(WorkQueue work, org.acme.deploy.feature.inbox.OncePosts posts) {
                    this.posts = posts;""");
        edit(listeners, "ChatPostMessageResponse reply = context.client().chatPostMessage(message -> message", """
                posts.post(context.client(), com.slack.api.methods.request.chat.ChatPostMessageRequest.builder()""");
        edit(listeners, "as well.\"));", "as well.\").build());");
        edit(listeners, """
                        if (!reply.isOk()) {
                            throw new IOException("chat.postMessage: " + reply.getError());
                        }
            """, "");
    }

    private static void edit(Path file, String before, String after) throws Exception {
        String text = Files.readString(file);
        assertTrue(text.contains(before), text);
        Files.writeString(file, text.replace(before, after));
    }

    private void launchAll() throws Exception {
        for (int i = 0; i < REPLICAS; i++) {
            ports.add(FreePort.find());
            replicas.add(launch(i));
        }
        slack.processes().useEventsApi(ports.stream()
                .map(port -> URI.create("http://127.0.0.1:" + port + "/slack/events"))
                .toList(), url -> true);
        for (int i = 0; i < REPLICAS; i++) {
            await(i, 200);
        }
    }

    private void killUnderLoad() throws Exception {
        launchAll();
        for (int kill = 0; kill < KILLS; kill++) {
            int which = kill % REPLICAS;
            mentionFor(300 + random.nextInt(700));
            replicas.get(which).destroyForcibly().waitFor();
            replicas.set(which, launch(which));
            await(which, 200);
        }
        assertNothingIsLost();
        assertTrue(acknowledged().size() > 10 * KILLS, () -> "only " + acknowledged().size() + " acknowledged");
        TimeUnit.SECONDS.sleep(3);
    }

    private void assertNothingIsLost() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!posts().keySet().containsAll(acknowledged()) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Set<String> lost = new TreeSet<>(acknowledged());
        lost.removeAll(posts().keySet());
        assertEquals(Set.of(), lost, "acknowledged and without effect");
    }

    private void mentionFor(int millis) throws Exception {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until) {
            mention();
        }
    }

    private void mention() throws Exception {
        sent.add(slack.deliver(Payloads.appMention("hello")));
        TimeUnit.MILLISECONDS.sleep(10);
    }

    private Set<String> acknowledged() {
        return sent.stream()
                .filter(delivery -> delivery.state() == Delivery.State.ACKNOWLEDGED)
                .map(delivery -> delivery.payload().body().path("event").path("ts").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many there are, by the message to which they reply. */
    private Map<String, Integer> posts() {
        Map<String, Integer> posts = new TreeMap<>();
        slack.journal()
                .calls(call -> call.ok() && call.method().equals("chat.postMessage"))
                .forEach(call -> posts.merge(call.arguments().path("thread_ts").asString(""), 1, Integer::sum));
        return posts;
    }

    private Set<String> answeredTwice() {
        return posts().entrySet().stream()
                .filter(post -> post.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Process launch(int which) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(bot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        Map<String, String> environment = new HashMap<>(slack.processes().environment("replica-" + which));
        environment.put("SLACK_TRANSPORT", "events-api");
        environment.put("PORT", ports.get(which).toString());
        environment.put("DATABASE_URL", database.url());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Under load until /readyz says so. */
    private void await(int which, int status) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status(which) != status) {
            boolean mayWait = System.nanoTime() < end && replicas.get(which).isAlive();
            assertTrue(mayWait, Files.readString(folder.resolve("log")));
            mention();
        }
    }

    private int status(int which) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + ports.get(which) + "/readyz")).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception e) {
            return 0;
        }
    }
}
