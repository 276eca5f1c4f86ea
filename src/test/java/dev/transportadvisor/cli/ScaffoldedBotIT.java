package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow: scaffolded bots are really built by Maven, and really started. */
class ScaffoldedBotIT {

    private static final Path MAVEN = Path.of(System.getProperty("maven.home", ""), "bin", "mvn");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Building a bot takes half a minute on two cores, and longer where Maven has to download first. */
    private static final long BUILD_SECONDS = 420;

    @TempDir
    Path folder;

    @BeforeEach
    void needsMaven() {
        assumeTrue(Files.isExecutable(MAVEN), "Skipped: needs Maven; run this test with mvn verify");
    }

    @Test
    void passesItsOwnTestsUnderAnotherNameAndPackage() throws Exception {
        FileNames.assumeThisLocaleHas("Größe 1");
        Path bot = folder.resolve("Größe 1/bot");
        Run.of("scaffold", "samples/marketplace-app.yaml", "-d", bot.toString(), "--package", "org.acme.a.b_1");
        Finished build =
                Finished.run(bot, Map.of(), BUILD_SECONDS, List.of(MAVEN.toString(), "-q", "-B", "-ntp", "verify"));
        assertEquals(0, build.status(), build.out() + build.err());
        assertTrue(Files.exists(bot.resolve("target/standup-digest.jar")));
        assertTrue(Files.exists(bot.resolve("target/surefire-reports/TEST-org.acme.a.b_1.BotTest.xml")));
    }

    @Test
    void buildsAJarThatSaysWhichSettingsAreMissing() throws Exception {
        Path bot = folder.resolve("bot");
        Run.of("scaffold", "samples/deploy-bot.yaml", "-d", bot.toString());
        Finished build = Finished.run(
                bot, Map.of(), BUILD_SECONDS, List.of(MAVEN.toString(), "-q", "-B", "-ntp", "package", "-DskipTests"));
        assertEquals(0, build.status(), build.out() + build.err());
        Finished start = Finished.run(bot, noTokens(), 60, List.of(JAVA, "-jar", "target/deploy-bot.jar"));
        assertEquals(2, start.status());
        assertTrue(start.err().contains("SLACK_BOT_TOKEN") && start.err().contains("SLACK_APP_TOKEN"), start.err());
        startsFromItsArchive(bot, start);
    }

    /** With -Xshare:on, Java would not start if it could not use the archive. */
    private static void startsFromItsArchive(Path bot, Finished expected) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
        Finished archive = Finished.run(bot, noTokens(), 120, List.of("./start.sh", "--archive"));
        assertEquals(new Finished(0, "", ""), archive);
        Map<String, String> environment = new HashMap<>(noTokens());
        environment.put("JAVA_OPTS", "-Xshare:on");
        assertEquals(expected, Finished.run(bot, environment, 60, List.of("./start.sh")));

        Files.delete(bot.resolve("target/deploy-bot.jsa"));
        Files.writeString(bot.resolve("target/deploy-bot.jsa"), "no archive");
        assertEquals(expected, Finished.run(bot, noTokens(), 60, List.of("./start.sh")));
    }

    private static Map<String, String> noTokens() {
        return Map.of("SLACK_BOT_TOKEN", "", "SLACK_APP_TOKEN", "", "SLACK_SIGNING_SECRET", "", "SLACK_TRANSPORT", "");
    }
}
