package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.conversation.Inputs;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.people.Place;
import dev.transportadvisor.simulator.people.Use;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.testing.Alerting;
import dev.transportadvisor.testing.Finished;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slow: the bot of the sample deploy-bot works with a real Prometheus and Alertmanager, and with an Argo CD and a
 * Jenkins that are made up. Ada may silence and build; Ada, Ben and Dee, who is of another workspace, may sync.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateSystemsIT {

    private static final Path MAVEN = Path.of(System.getProperty("maven.home", ""), "bin");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Person ADA = Person.ADA;
    private static final Person BEN = Person.find("U0SIMBEN0").orElseThrow();
    private static final Person DEE = Person.find("U0SIMDEE0").orElseThrow();
    private static final Place OPERATIONS = Place.of(Identity.CHANNEL);

    private static final String PERMISSIONS = """
            ask: Zoe
            operations:
              alerts: {users: everyone}
              silence: {users: [%1$s]}
              status: {users: everyone}
              sync: {users: [%1$s, %2$s, %3$s], channels: [%4$s], approval: second-person}
              build: {users: [%1$s]}
            """.formatted(ADA.id(), BEN.id(), DEE.id(), Identity.CHANNEL);

    private static final String ALERT = "{alert: ShopDown, expr: vector(1), labels: {severity: page},"
            + " annotations: {summary: 'The <!channel> shop is down'}}";

    private Path folder;
    private Alerting alerting;
    private SystemsBehindABot systems;
    private SlackSimulator slack;
    private Process bot;

    /** The language, what builds a bot of it, and what starts that. */
    record Kind(String language, List<String> build, List<String> start) {}

    Kind kind() throws Exception {
        assumeTrue(Files.isExecutable(MAVEN.resolve("mvn")), "Skipped: needs Maven; run this test with mvn verify");
        return new Kind(
                "java",
                List.of("mvn", "-q", "-B", "-ntp", "package", "-DskipTests"),
                List.of(JAVA, "-Xmx96m", "-jar", "target/deploy-bot.jar"));
    }

    @BeforeAll
    void build(@TempDir Path folder) throws Exception {
        this.folder = folder;
        assumeTrue(Alerting.isInstalled(), "Skipped: needs Prometheus and Alertmanager, as Debian's packages"
                + " prometheus and prometheus-alertmanager bring them");
        Path answers = folder.resolve("deploy-bot.yaml");
        Files.writeString(answers, Files.readString(Path.of("samples/deploy-bot.yaml"))
                .replaceFirst("language: java\\b", "language: " + kind().language()));
        Path project = folder.resolve("bot");
        assertEquals(0, Run.of("scaffold", answers.toString(), "-d", project.toString()).status());
        Finished build = Finished.run(
                project,
                Map.of("PATH", MAVEN + File.pathSeparator + System.getenv("PATH")),
                900,
                kind().build());
        assertEquals(0, build.status(), build.out() + build.err());
        Files.writeString(folder.resolve("permissions.yaml"), PERMISSIONS);
        systems = new SystemsBehindABot();
        alerting = Alerting.start(folder, ALERT);
    }

    @AfterAll
    void stopSystems() {
        if (systems != null) {
            systems.close();
        }
        if (alerting != null) {
            alerting.close();
        }
    }

    @BeforeEach
    void begin() {
        slack = SlackSimulator.start();
        systems.changes.clear();
    }

    @AfterEach
    void stop() throws Exception {
        if (bot != null) {
            bot.destroyForcibly().waitFor();
        }
        slack.close();
    }

    @Test
    void anAlertIsListedAndSilencedByWhoMay() throws Exception {
        start(Map.of());
        eventually("the alert reaches the Alertmanager", () -> alerting.get("/api/v2/alerts").contains("ShopDown"));

        command(BEN, "alerts");
        saidTo(BEN, "firing: ShopDown (page) - The &lt;!channel&gt; shop is down");

        command(BEN, "silence ShopDown 1h");
        saidTo(BEN, "You may not do this here: `silence ShopDown 1h`. Ask Zoe.");

        command(ADA, "silence ShopDown 1h");
        saidTo(ADA, "Silence ShopDown for 1h. It covers 1 alert at the moment.");
        click(BEN, "operation-confirm");
        saidTo(BEN, "This click does nothing: its request is used or has expired.");
        assertEquals("[]", alerting.get("/api/v2/silences").strip());

        click(ADA, "operation-confirm");
        said("ShopDown is silent for 1h: silence ");
        String silences = alerting.get("/api/v2/silences");
        assertTrue(silences.contains("\"createdBy\":\"" + ADA.id() + "\""), silences);
        assertTrue(silences.contains("\"name\":\"alertname\",\"value\":\"ShopDown\""), silences);
        eventually("the alert is silent", () -> alerting.get("/api/v2/alerts").contains("\"state\":\"suppressed\""));
        assertTrue(log().contains("\"what\":\"silence ShopDown 1h\",\"outcome\":\"done: "), log());
    }

    @Test
    void aSecondPersonApproves() throws Exception {
        start(Map.of());
        command(ADA, "sync shop");
        saidTo(ADA, "Sync shop, which is OutOfSync and Healthy, to revision 4f1d");
        click(ADA, "operation-confirm");
        said("somebody else who may do it has 10 minutes to approve it.");

        click(ADA, "operation-approve");
        saidTo(ADA, "Somebody else has to approve what you asked for.");
        click(DEE, "operation-approve");
        saidTo(DEE, "This click does nothing");
        assertEquals(List.of(), systems.changes);

        click(BEN, "operation-approve");
        said("approved by <@" + BEN.id() + ">: The sync of shop ended: Succeeded successfully synced");
        assertEquals(
                List.of("/api/v1/applications/shop/sync"
                        + " {\"revision\":\"4f1d\",\"project\":\"default\",\"prune\":false,\"dryRun\":false}"),
                systems.changes);
    }

    @Test
    void aJobIsStartedAndWhatFailsIsToldInASentence() throws Exception {
        start(Map.of());
        command(ADA, "build web/main");
        saidTo(ADA, "Start the job web/main in Jenkins. Its last build is #6.");
        click(ADA, "operation-confirm");
        said("Build #7 of web/main has begun: https://ci.example.com/job/web/7/");

        command(ADA, "build web/other");
        saidTo(ADA, "Jenkins knows no job web/other, or does not let the bot see it.");
        command(BEN, "status nowhere");
        saidTo(BEN, "Argo CD knows no application nowhere.");
    }

    @Test
    void aConfirmationExpires() throws Exception {
        start(Map.of("CONFIRMATION_SECONDS", "1"));
        command(ADA, "build web/main");
        saidTo(ADA, "Start the job web/main in Jenkins.");
        TimeUnit.MILLISECONDS.sleep(1_100);

        click(ADA, "operation-confirm");
        saidTo(ADA, "This click does nothing: its request is used or has expired.");
        assertEquals(List.of(), systems.changes);
    }

    @Test
    void refusedCredentialsStayWhereTheyAre() throws Exception {
        start(Map.of("ARGOCD_TOKEN", "a-wrong-secret", "JENKINS_TOKEN", "another-wrong-secret", "ARGOCD_PROJECT", ""));
        command(ADA, "status shop");
        saidTo(ADA, "Argo CD refuses the bot's credentials, or they may not do this.");
        command(ADA, "build web/main");
        saidTo(ADA, "Jenkins refuses the bot's credentials, or they may not do this.");

        assertFalse(log().contains("wrong-secret"), log());
    }

    private void start(Map<String, String> others) throws Exception {
        Map<String, String> environment = new HashMap<>(slack.environment());
        environment.putAll(Map.of(
                "PORT", "0",
                "PERMISSIONS_FILE", folder.resolve("permissions.yaml").toString(),
                "PROMETHEUS_URL", alerting.prometheusUrl(),
                "ALERTMANAGER_URL", alerting.alertmanagerUrl(),
                "ARGOCD_URL", systems.url("argo-cd"),
                "ARGOCD_TOKEN", SystemsBehindABot.ARGO_CD_TOKEN,
                "ARGOCD_PROJECT", "default",
                "JENKINS_URL", systems.url("jenkins"),
                "JENKINS_USER", "bot",
                "JENKINS_TOKEN", SystemsBehindABot.JENKINS_TOKEN));
        environment.putAll(others);
        ProcessBuilder builder = new ProcessBuilder(kind().start())
                .directory(folder.resolve("bot").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bot.log").toFile());
        builder.environment().putAll(environment);
        bot = builder.start();
        eventually("the bot connects", () -> !slack.connections().isEmpty());
    }

    private void command(Person person, String words) {
        slack.people().actions().command(person, OPERATIONS, "/deploy-bot", words, JsonTree.object());
    }

    /** Clicks the newest button of that kind, whoever sees it. */
    private void click(Person person, String action) {
        Use button = new Use(action, "", List.of(), Optional.empty(), Optional.empty(), new Inputs(Map.of()));
        slack.people().actions().use(person, OPERATIONS, button);
    }

    /** Waits until somebody alone is told something. */
    private void saidTo(Person person, String text) throws Exception {
        eventually("\"" + text + "\" to " + person.name(), () -> slack.people()
                .conversations()
                .newest(OPERATIONS.channel(), body -> body.path("text").asString("").contains(text))
                .flatMap(Message::visibleTo)
                .filter(person.id()::equals)
                .isPresent());
    }

    private void said(String text) throws Exception {
        eventually("\"" + text + "\"", () -> slack.people()
                .conversations()
                .newest(OPERATIONS.channel(), body -> body.path("text").asString("").contains(text))
                .isPresent());
    }

    private void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        Eventually.holds(() -> what + ": " + log(), condition);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("bot.log"));
        } catch (IOException e) {
            return "";
        }
    }
}
