package com.example.slackbot.feature.prometheus;

import com.example.slackbot.feature.privatesystems.Json;
import com.example.slackbot.feature.privatesystems.Question;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code alerts}: what is firing. No query is written, so no word of a user can get into one.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#alerts">Alerts</a>
 */
record PrometheusAlerts(SystemClient prometheus) implements Question {
    static final String NAME = "alerts";
    private static final int SHOWN = 20;

    private record Alert(String name, String state, String severity, String summary) {
        boolean isFiring() {
            return state.equals("firing");
        }

        String line() {
            return (isFiring() ? "firing: " : state + ": ") + name
                    + (severity.isEmpty() ? "" : " (" + severity + ")")
                    + (summary.isEmpty() ? "" : " - " + summary);
        }
    }

    @Override
    public String usage() {
        return NAME;
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.isEmpty();
    }

    @Override
    public String answer(List<String> words) throws SystemTrouble {
        List<Alert> alerts = alerts();
        if (alerts.isEmpty()) {
            return "No alert is firing.";
        }
        List<String> lines = new ArrayList<>(alerts.stream().limit(SHOWN).map(Alert::line).toList());
        if (alerts.size() > SHOWN) {
            lines.add("and " + (alerts.size() - SHOWN) + " more");
        }
        return String.join("\n", lines);
    }

    private List<Alert> alerts() throws SystemTrouble {
        JsonElement answer = prometheus.json(prometheus.get("/api/v1/alerts"));
        if (!Json.text(answer, "status").equals("success")) {
            throw new SystemTrouble("Prometheus did not tell its alerts.");
        }
        JsonArray found = Json.array(Json.object(answer, "data"), "alerts");
        List<Alert> alerts = new ArrayList<>();
        found.forEach(alert -> alerts.add(alert(alert)));
        alerts.sort(Comparator.comparing((Alert alert) -> !alert.isFiring()).thenComparing(Alert::name));
        return alerts;
    }

    private static Alert alert(JsonElement alert) {
        JsonObject labels = Json.object(alert, "labels");
        return new Alert(
                Json.text(labels, "alertname"),
                Json.text(alert, "state"),
                Json.text(labels, "severity"),
                Json.text(Json.object(alert, "annotations"), "summary"));
    }
}
