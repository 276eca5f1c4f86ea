package com.example.slackbot.feature.jenkins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.privatesystems.PretendSystem;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.example.slackbot.feature.privatesystems.Watch;
import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs, as the documentation of Jenkins describes them. */
class JenkinsSystemTest {
    private PretendSystem system;
    private JenkinsBuild build;

    @BeforeEach
    void start() throws IOException {
        system = new PretendSystem();
        build = new JenkinsBuild(system.client("Jenkins"), new Watch(Duration.ofMillis(10), Duration.ofMinutes(1)));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void isThereOnceItsAddressIsSetAndThenWantsAUserAndAToken() {
        assertEquals(List.of(), JenkinsSystem.read(new Environment(Map.of("JENKINS_USER", "bot"))).operations());

        Environment without = new Environment(Map.of("JENKINS_URL", "https://ci.example.com/jenkins"));
        assertEquals(1, JenkinsSystem.read(without).operations().size());
        List<String> problems = assertThrows(StartupException.class, without::throwIfWrong).problems();
        assertEquals(List.of("JENKINS_USER", "JENKINS_TOKEN"),
                problems.stream().map(problem -> problem.split(" ")[0]).toList());
    }

    /** Jenkins never asks for them with a 401. */
    @Test
    void bringsItsCredentialsWithTheFirstRequest() throws Exception {
        system.answers("GET /job/main/api/json", 200, "{\"buildable\":true}");
        Environment environment = new Environment(Map.of(
                "JENKINS_URL", system.address(), "JENKINS_USER", "bot", "JENKINS_TOKEN", "11a2"));

        ((JenkinsBuild) JenkinsSystem.read(environment).operations().get(0)).offer(List.of("main"));
        assertEquals("Basic Ym90OjExYTI=", system.calls.get(0).authorization()); // bot:11a2
    }

    @Test
    void startsABuildAndTellsItsNumber() throws Exception {
        system.answers("GET /job/web/job/main/api/json", 200, "{\"buildable\":true,\"lastBuild\":{\"number\":6}}")
                .answers("POST /job/web/job/main/build", 201,
                        Map.of("Location", "https://elsewhere.example.com/queue/item/41/"), "")
                .answers("GET /queue/item/41/api/json", 200, "{\"why\":\"In the quiet period\"}")
                .answers("GET /queue/item/41/api/json", 200,
                        "{\"executable\":{\"number\":7,\"url\":\"https://jenkins.example.com/job/web/7/\"}}");

        assertEquals("Start the job web/main in Jenkins. Its last build is #6.",
                build.offer(List.of("web/main")).text());
        assertEquals("Build #7 of web/main has begun: https://jenkins.example.com/job/web/7/",
                build.carryOut(List.of("web/main"), "", "U1"));
        assertTrue(system.calls.stream().allMatch(call -> call.authorization().equals("Bearer secret-token")));
    }

    @Test
    void tellsWhatBecameOfABuildThatDoesNotBegin() throws Exception {
        system.answers("POST /job/a/build", 201, Map.of("Location", "https://x.example.com/queue/item/1/"), "")
                .answers("GET /queue/item/1/api/json", 200, "{\"cancelled\":true}")
                .answers("POST /job/b/build", 201, "");

        assertEquals("The build of a was cancelled in the queue.", build.carryOut(List.of("a"), "", "U1"));
        assertEquals("b is in the queue of Jenkins.", build.carryOut(List.of("b"), "", "U1"));
    }

    @Test
    void tellsWhatJenkinsDoesNotDo() {
        system.answers("GET /job/a/api/json", 200, "{\"buildable\":false}")
                .answers("POST /job/a/build", 400, "")
                .answers("POST /job/b/build", 403, "<html>")
                .answers("POST /job/c/build", 302, Map.of("Location", "https://x.example.com/login"), "");

        assertTrouble("Jenkins cannot build a: it is disabled, or a folder.", () -> build.offer(List.of("a")));
        assertTrouble("Jenkins wants parameters for a: start it there.", () -> build.carryOut(List.of("a"), "", "U1"));
        assertTrouble("Jenkins refuses the bot's credentials, or they may not do this.",
                () -> build.carryOut(List.of("b"), "", "U1"));
        assertTrouble("Jenkins answered with status 302.", () -> build.carryOut(List.of("c"), "", "U1"));
        assertTrouble("Jenkins knows no job nowhere, or does not let the bot see it.",
                () -> build.offer(List.of("nowhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "..", "a/../b", "a/./b", "/a", "a/", "a//b", "a?token=x", "a%2Fb", "a b", "a PARAM=$(id)", "-x", "a\\b",
        "<!here>", "a/b/c/d/e/f/g/h/i",
    })
    void acceptsNothingButAJob(String words) {
        assertFalse(build.accepts(List.of(words.split(" "))));
    }

    @Test
    void acceptsNoEndlessName() {
        assertFalse(build.accepts(List.of("a".repeat(10_000))));
    }

    private static void assertTrouble(String sentence, Executable step) {
        assertEquals(sentence, assertThrows(SystemTrouble.class, step).getMessage());
    }
}
