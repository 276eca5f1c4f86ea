package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation, against its system as the system's documentation describes it. */
class OperationsTest {
    private static final String APPLICATION = """
            {"metadata":{"name":"shop"},
             "spec":{"project":"default","destination":{"server":"https://cluster.example.com","namespace":"shop"}},
             "status":{"sync":{"status":"OutOfSync","revision":"4f1d"},"health":{"status":"Healthy"}%s}%s}""";
    private static final String RUNNING = APPLICATION.formatted(",\"operationState\":{\"phase\":\"Running\"}", "");
    private static final String SUCCEEDED = APPLICATION.formatted(
            ",\"operationState\":{\"phase\":\"Succeeded\",\"message\":\"successfully synced\"}", "");
    private static final String REQUESTED = APPLICATION.formatted(
            ",\"operationState\":{\"phase\":\"Failed\"}", ",\"operation\":{\"sync\":{}}");

    private PretendSystem system;
    private Operation alerts;
    private AlertmanagerSilence silence;
    private Operation status;
    private ArgoCdSync sync;
    private JenkinsBuild build;

    @BeforeEach
    void start() throws IOException {
        system = new PretendSystem();
        alerts = new PrometheusAlerts(system.client("Prometheus"));
        silence = new AlertmanagerSilence(system.client("Alertmanager"));
        ArgoCd argoCd = new ArgoCd(system.client("Argo CD"), "default");
        status = new ArgoCdStatus(argoCd);
        sync = new ArgoCdSync(argoCd, Duration.ofMillis(200));
        build = new JenkinsBuild(system.client("Jenkins"), Duration.ofMillis(200));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void listsWhatFiresFirst() throws Exception {
        system.answers("GET /api/v1/alerts", 200, """
                {"status":"success","data":{"alerts":[
                  {"labels":{"alertname":"Slow"},"annotations":{},"state":"pending","value":"0e+00"},
                  {"labels":{"alertname":"Down","severity":"page"},"annotations":{"summary":"It is down"},
                   "state":"firing","activeAt":"2026-01-01T00:00:00Z","value":"1e+00"}]}}""");

        assertEquals("firing: Down (page) - It is down\npending: Slow", alerts.show(List.of()));
        assertEquals("Bearer secret-token", system.calls.get(0).authorization());
    }

    @Test
    void neverTakesTroubleForSilence() {
        system.answers("GET /api/v1/alerts", 200, "{\"status\":\"error\",\"errorType\":\"timeout\"}")
                .answers("GET /api/v1/alerts", 200, "{\"status\":\"success\",\"data\":{\"alerts\":[]}}");

        assertTrouble("Prometheus did not tell its alerts.", () -> alerts.show(List.of()));
    }

    @Test
    void countsWhatASilenceCovers() throws Exception {
        system.answers("GET /api/v2/alerts", 200, """
                [{"labels":{"alertname":"Down","instance":"web-1"},"status":{"state":"active"}},
                 {"labels":{"alertname":"Down","instance":"web-2"},"status":{"state":"active"}},
                 {"labels":{"alertname":"Slow","instance":"web-1"},"status":{"state":"active"}}]""");

        assertEquals("Silence Down instance=web-1 for 2h. It covers 1 alert at the moment.",
                silence.show(List.of("Down", "instance=web-1", "2h")));
        assertEquals("/api/v2/alerts?active=true&silenced=false", system.calls.get(0).target());
    }

    @Test
    void silencesByEqualityForAsLongAsItSays() throws Exception {
        system.answers("POST /api/v2/silences", 200, "{\"silenceID\":\"5d6c\"}");

        assertEquals("Down instance=web-1 is silent for 2h: silence 5d6c.",
                silence.carryOut(List.of("Down", "instance=web-1", "2h"), "U1, approved by U2"));

        JsonObject asked = JsonParser.parseString(system.changes().get(0).body()).getAsJsonObject();
        assertEquals(JsonParser.parseString("""
                [{"name":"alertname","value":"Down","isRegex":false,"isEqual":true},
                 {"name":"instance","value":"web-1","isRegex":false,"isEqual":true}]"""), asked.get("matchers"));
        assertEquals("U1, approved by U2", asked.get("createdBy").getAsString());
        assertEquals(Duration.ofHours(2), Duration.between(
                Instant.parse(asked.get("startsAt").getAsString()), Instant.parse(asked.get("endsAt").getAsString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":400,\"message\":\"bad\"}", "\"start time must be before end time\""})
    void tellsThatAlertmanagerRefuses(String body) {
        system.answers("POST /api/v2/silences", 400, body);

        assertTrouble("Alertmanager answered with status 400.", () -> silence.carryOut(List.of("Down", "2h"), "U1"));
    }

    @Test
    void tellsHowAnApplicationIs() throws Exception {
        system.answers("GET /api/v1/applications/shop", 200, SUCCEEDED);

        assertEquals("shop: OutOfSync, Healthy, revision 4f1d\nLast operation: Succeeded successfully synced",
                status.show(List.of("shop")));
        assertEquals("/api/v1/applications/shop?project=default", system.calls.get(0).target());
    }

    @Test
    void knowsNoApplicationOfAnotherProject() {
        system.answers("GET /api/v1/applications/shop", 200, SUCCEEDED.replace("default", "other"));

        String sentence = "Argo CD knows no application shop in the project of this bot.";
        assertTrouble(sentence, () -> status.show(List.of("shop")));
        assertTrouble(sentence, () -> sync.show(List.of("shop")));
    }

    @Test
    void tellsAnUnknownApplicationFromAForbiddenOneWhereArgoCdDoes() {
        system.answers("GET /api/v1/applications/shop", 404, "{\"error\":\"not found\",\"code\":5,\"message\":\"x\"}");
        assertTrouble("Argo CD knows no application shop.", () -> status.show(List.of("shop")));

        system.answers("GET /api/v1/applications/web", 403, "{\"error\":\"denied\",\"code\":7,\"message\":\"x\"}");
        assertTrouble("Argo CD knows no application web, or does not let the bot do this.",
                () -> status.show(List.of("web")));

        system.answers("GET /api/v1/applications/db", 401, "{\"error\":\"no session\",\"code\":16,\"message\":\"x\"}");
        assertTrouble("Argo CD refuses the bot's credentials, or they may not do this.",
                () -> status.show(List.of("db")));
    }

    @Test
    void waitsForTheEndOfASyncAndNotForThatOfTheOneBefore() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, RUNNING)
                .answers("GET /api/v1/applications/shop", 200, SUCCEEDED);

        assertEquals("The sync of shop ended: Succeeded successfully synced", sync.carryOut(List.of("shop"), "U1"));
        assertEquals("{\"project\":\"default\",\"prune\":false,\"dryRun\":false}", system.changes().get(0).body());
        assertEquals(1, system.changes().size());
    }

    @Test
    void doesNotWaitForever() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, RUNNING);

        assertTrue(sync.carryOut(List.of("shop"), "U1").contains("not finished yet"));
    }

    @Test
    void saysThatASyncHasBegunThoughItsEndCannotBeSeen() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 500, "");

        assertTrue(sync.carryOut(List.of("shop"), "U1").contains("has begun"));
    }

    @Test
    void saysThatAnotherSyncIsAtWork() {
        system.answers("POST /api/v1/applications/shop/sync", 400, """
                {"error":"another operation is already in progress","code":9,
                 "message":"another operation is already in progress"}""");

        assertTrouble("Argo CD is already at work on shop.", () -> sync.carryOut(List.of("shop"), "U1"));
    }

    @Test
    void startsABuildAndTellsItsNumber() throws Exception {
        system.answers("GET /job/web/job/main/api/json", 200, "{\"buildable\":true,\"lastBuild\":{\"number\":6}}")
                .answers("POST /job/web/job/main/build", 201,
                        Map.of("Location", "https://elsewhere.example.com/queue/item/41/"), "")
                .answers("GET /queue/item/41/api/json", 200, "{\"why\":\"In the quiet period\"}")
                .answers("GET /queue/item/41/api/json", 200,
                        "{\"executable\":{\"number\":7,\"url\":\"https://jenkins.example.com/job/web/7/\"}}");

        assertEquals("Start the job web/main in Jenkins. Its last build is #6.", build.show(List.of("web/main")));
        assertEquals("Build #7 of web/main has begun: https://jenkins.example.com/job/web/7/",
                build.carryOut(List.of("web/main"), "U1"));
        assertTrue(system.calls.stream().allMatch(call -> call.authorization().equals("Bearer secret-token")));
    }

    @Test
    void tellsWhatJenkinsDoesNotDo() {
        system.answers("GET /job/a/api/json", 200, "{\"buildable\":false}")
                .answers("POST /job/a/build", 400, "")
                .answers("POST /job/b/build", 403, "<html>")
                .answers("POST /job/c/build", 201, Map.of("Location", "https://x.example.com/queue/item/1/"), "")
                .answers("GET /queue/item/1/api/json", 200, "{\"cancelled\":true}")
                .answers("POST /job/d/build", 302, Map.of("Location", "https://x.example.com/login"), "");

        assertTrouble("Jenkins cannot build a: it is disabled, or a folder.", () -> build.show(List.of("a")));
        assertTrouble("Jenkins wants parameters for a: start it there.", () -> build.carryOut(List.of("a"), "U1"));
        assertTrouble("Jenkins refuses the bot's credentials, or they may not do this.",
                () -> build.carryOut(List.of("b"), "U1"));
        assertTrouble("Jenkins answered with status 302.", () -> build.carryOut(List.of("d"), "U1"));
        assertTrouble("Jenkins knows no job nowhere, or does not let the bot see it.",
                () -> build.show(List.of("nowhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "alerts {job=\"x\"}", "alerts all",
        "silence Down", "silence Down 25h", "silence Down -1h", "silence .* 1h", "silence Down{} 1h",
        "silence Down instance=~.* 1h", "silence Down alertname=Other 1h", "silence Down a=1 a=2 1h",
        "silence Down a=\"x\" 1h", "silence <!channel> 1h", "silence Down a=1 b=2 c=3 d=4 e=5 f=6 g=7 1h",
        "status", "status shop web", "status ..", "status ../shop", "status shop/sync", "status shop?refresh=hard",
        "status shop#x", "status shop%2Fsync", "status Shop", "status shop.", "status <@U1>", "status shop&x",
        "sync ..", "sync shop --prune", "sync shop;x", "sync `shop`", "sync shop\u0000", "sync \u202Eshop",
        "build", "build ..", "build a/../b", "build a/./b", "build /a", "build a/", "build a//b", "build a?token=x",
        "build a%2Fb", "build a b", "build a PARAM=$(id)", "build -x", "build a\\b", "build <!here>",
    })
    void acceptsNoOtherWords(String text) {
        List<String> words = List.of(text.split(" "));

        assertFalse(List.of(alerts, silence, status, sync, build).stream().anyMatch(operation ->
                operation.name().equals(words.get(0)) && operation.accepts(words.subList(1, words.size()))));
    }

    @Test
    void acceptsNoEndlessWord() {
        String endless = "a".repeat(10_000);

        assertFalse(status.accepts(List.of(endless)) || sync.accepts(List.of(endless))
                || build.accepts(List.of(endless)) || silence.accepts(List.of(endless, "1h")));
    }

    private static void assertTrouble(String sentence, org.junit.jupiter.api.function.Executable step) {
        assertEquals(sentence, assertThrows(SystemTrouble.class, step).getMessage());
    }
}
