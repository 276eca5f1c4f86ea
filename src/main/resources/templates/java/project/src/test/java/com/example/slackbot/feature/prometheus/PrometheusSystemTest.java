package com.example.slackbot.feature.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.privatesystems.Operation;
import com.example.slackbot.feature.privatesystems.PretendSystem;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.example.slackbot.runtime.Environment;
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
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and silences, as the documentation of Prometheus and Alertmanager describes them. */
class PrometheusSystemTest {
    private PretendSystem system;
    private PrometheusAlerts alerts;
    private AlertmanagerSilence silence;

    @BeforeEach
    void start() throws IOException {
        system = new PretendSystem();
        alerts = new PrometheusAlerts(system.client("Prometheus"));
        silence = new AlertmanagerSilence(system.client("Alertmanager"));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void eachIsThereOnceItsAddressIsSet() {
        assertEquals(List.of(), words(Map.of("PROMETHEUS_TOKEN", "x")));
        assertEquals(List.of("alerts"), words(Map.of("PROMETHEUS_URL", "https://prometheus.example.com")));
        assertEquals(List.of("silence"), words(Map.of("ALERTMANAGER_URL", "http://alertmanager:9093/")));
    }

    @Test
    void listsWhatFiresFirst() throws Exception {
        system.answers("GET /api/v1/alerts", 200, """
                {"status":"success","data":{"alerts":[
                  {"labels":{"alertname":"Slow"},"annotations":{},"state":"pending","value":"0e+00"},
                  {"labels":{"alertname":"Down","severity":"page"},"annotations":{"summary":"It is down"},
                   "state":"firing","activeAt":"2026-01-01T00:00:00Z","value":"1e+00"}]}}""");

        assertEquals("firing: Down (page) - It is down\npending: Slow", alerts.answer(List.of()));
        assertEquals("Bearer secret-token", system.calls.get(0).authorization());
    }

    @Test
    void neverTakesTroubleForSilence() {
        system.answers("GET /api/v1/alerts", 200, "{\"status\":\"error\",\"errorType\":\"timeout\"}")
                .answers("GET /api/v1/alerts", 200, "{\"status\":\"success\",\"data\":{\"alerts\":[]}}");

        assertTrouble("Prometheus did not tell its alerts.", () -> alerts.answer(List.of()));
    }

    @Test
    void countsWhatASilenceCovers() throws Exception {
        system.answers("GET /api/v2/alerts", 200, """
                [{"labels":{"alertname":"Down","instance":"web-1"},"status":{"state":"active"}},
                 {"labels":{"alertname":"Down","instance":"web-2"},"status":{"state":"active"}},
                 {"labels":{"alertname":"Slow","instance":"web-1"},"status":{"state":"active"}}]""");

        assertEquals("Silence Down instance=web-1 for 2h. It covers 1 alert at the moment.",
                silence.offer(List.of("Down", "instance=web-1", "2h")).text());
        assertEquals("/api/v2/alerts?active=true&silenced=false", system.calls.get(0).target());
    }

    @Test
    void silencesByEqualityForAsLongAsItSays() throws Exception {
        system.answers("POST /api/v2/silences", 200, "{\"silenceID\":\"5d6c\"}");

        assertEquals("Down instance=web-1 is silent for 2h: silence 5d6c.",
                silence.carryOut(List.of("Down", "instance=web-1", "2h"), "", "U1, approved by U2"));

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

        assertTrouble("Alertmanager answered with status 400.",
                () -> silence.carryOut(List.of("Down", "2h"), "", "U1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Down", "Down 25h", "Down -1h", ".* 1h", "Down{} 1h", "Down instance=~.* 1h", "Down alertname=Other 1h",
        "Down a=1 a=2 1h", "Down a=\"x\" 1h", "<!channel> 1h", "Down a=1 b=2 c=3 d=4 e=5 f=6 g=7 1h",
    })
    void silencesNothingElse(String words) {
        assertFalse(silence.accepts(List.of(words.split(" "))));
    }

    @Test
    void acceptsNoEndlessWordAndNoQuery() {
        assertFalse(silence.accepts(List.of("a".repeat(10_000), "1h")));
        assertFalse(alerts.accepts(List.of("{job=\"x\"}")) || alerts.accepts(List.of("all")));
    }

    private static List<String> words(Map<String, String> variables) {
        return PrometheusSystem.read(new Environment(variables)).operations().stream().map(Operation::name).toList();
    }

    private static void assertTrouble(String sentence, Executable step) {
        assertEquals(sentence, assertThrows(SystemTrouble.class, step).getMessage());
    }
}
