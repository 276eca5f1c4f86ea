package com.example.slackbot.feature.prometheus;

import com.example.slackbot.feature.privatesystems.Change;
import com.example.slackbot.feature.privatesystems.Json;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code silence ALERT [LABEL=VALUE ...] PERIOD}: nobody is called for these alerts, for a while. The matchers are
 * equalities, never expressions, so that a silence covers what its words say.
 *
 * @see <a href="https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml">The API</a>
 */
record AlertmanagerSilence(SystemClient alertmanager) implements Change {
    static final String NAME = "silence";
    private static final Map<String, Duration> PERIODS = new TreeMap<>(Map.of(
            "30m", Duration.ofMinutes(30),
            "1h", Duration.ofHours(1),
            "2h", Duration.ofHours(2),
            "4h", Duration.ofHours(4),
            "8h", Duration.ofHours(8),
            "24h", Duration.ofHours(24)));
    private static final Pattern ALERT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,99}");
    private static final Pattern LABEL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,49})=([A-Za-z0-9_.:/-]{1,100})");
    private static final String ALERTNAME = "alertname";
    private static final int MOST_WORDS = 8;

    @Override
    public String usage() {
        return NAME + " ALERT [LABEL=VALUE ...] 30m|1h|2h|4h|8h|24h";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.size() >= 2
                && words.size() <= MOST_WORDS
                && ALERT.matcher(words.get(0)).matches()
                && labels(words).stream().allMatch(word -> LABEL.matcher(word).matches())
                && matched(words).size() == words.size() - 1 // no label twice
                && PERIODS.containsKey(period(words));
    }

    @Override
    public Offer offer(List<String> words) throws SystemTrouble {
        JsonElement alerts = alertmanager.json(alertmanager.get("/api/v2/alerts?active=true&silenced=false"));
        long covered = 0;
        for (JsonElement alert : alerts.isJsonArray() ? alerts.getAsJsonArray() : new JsonArray()) {
            covered += covers(matched(words), Json.object(alert, "labels")) ? 1 : 0;
        }
        return new Offer("Silence " + described(words) + " for " + period(words) + ". It covers " + covered
                + (covered == 1 ? " alert" : " alerts") + " at the moment.", "");
    }

    @Override
    public String carryOut(List<String> words, String pin, String by) throws SystemTrouble {
        JsonElement answer = alertmanager.json(
                alertmanager.post("/api/v2/silences", "application/json", silence(words, by).toString()));
        return described(words) + " is silent for " + period(words) + ": silence " + Json.text(answer, "silenceID")
                + ".";
    }

    private static JsonObject silence(List<String> words, String by) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonArray matchers = new JsonArray();
        matched(words).forEach((label, value) -> matchers.add(matcher(label, value)));
        JsonObject silence = new JsonObject();
        silence.add("matchers", matchers);
        silence.addProperty("startsAt", now.toString());
        silence.addProperty("endsAt", now.plus(PERIODS.get(period(words))).toString());
        silence.addProperty("createdBy", by);
        silence.addProperty("comment", "Asked for in Slack by " + by);
        return silence;
    }

    private static JsonObject matcher(String label, String value) {
        JsonObject matcher = new JsonObject();
        matcher.addProperty("name", label);
        matcher.addProperty("value", value);
        matcher.addProperty("isRegex", false);
        matcher.addProperty("isEqual", true);
        return matcher;
    }

    private static boolean covers(Map<String, String> matched, JsonObject labels) {
        return matched.entrySet().stream()
                .allMatch(label -> Json.text(labels, label.getKey()).equals(label.getValue()));
    }

    private static Map<String, String> matched(List<String> words) {
        Map<String, String> matched = new TreeMap<>(Map.of(ALERTNAME, words.get(0)));
        labels(words).forEach(word -> matched.put(word.split("=")[0], word.split("=")[1]));
        return matched;
    }

    private static String described(List<String> words) {
        return String.join(" ", words.subList(0, words.size() - 1));
    }

    private static List<String> labels(List<String> words) {
        return words.subList(1, words.size() - 1);
    }

    private static String period(List<String> words) {
        return words.get(words.size() - 1);
    }
}
