package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.report.format.JsonWriter;

/** A drill for programs; fields may be added, none is ever renamed. */
public final class JsonDrillFormatter implements DrillFormatter {

    @Override
    public String format(DrillReport report) {
        return JsonWriter.text(json -> {
            json.number("schema", 1);
            json.text("bot", report.bot());
            json.flag("passed", report.isPassed());
            json.texts("transports", report.transports().stream().map(Transport::word).toList());
            json.list("results", report.results(), result -> result(json, result));
            json.object("comparison", () -> comparison(json, report.comparison()));
            json.object("summary", () -> summary(json, report));
        });
    }

    private static void result(JsonWriter json, ScenarioResult result) {
        json.text("scenario", result.scenario().id());
        json.text("transport", result.transport().word());
        json.text("result", result.status().word());
        json.text("reason", result.reason());
        result.verdict().symptom().ifPresent(symptom -> json.text("cause", symptom.cause().word()));
        json.text("why", result.advice().why());
        json.text("remedy", result.advice().remedy());
        json.text("source", result.advice().source());
        if (!result.measurement().answers().isEmpty()) {
            json.object("answerMillis", () -> answers(json, result.measurement()));
        }
        result.measurement().handling().ifPresent(handling -> {
            json.number("handled", handling.handled());
            json.number("duplicates", handling.duplicates());
            json.number("lost", handling.lost());
        });
        result.measurement().deaf().ifPresent(deaf -> json.number("deafMillis", deaf.toMillis()));
        if (!result.measurement().shares().isEmpty()) {
            json.list("replicas", result.measurement().shares(), share -> {
                json.text("name", share.replica());
                json.number("deliveries", share.deliveries());
                json.number("effects", share.effects());
            });
        }
    }

    private static void answers(JsonWriter json, Measurement measurement) {
        json.number("count", measurement.answers().size());
        json.number("p50", DrillWords.millis(measurement, 50));
        json.number("p95", DrillWords.millis(measurement, 95));
        json.number("max", DrillWords.millis(measurement, 100));
    }

    private static void comparison(JsonWriter json, Comparison comparison) {
        json.number("compared", comparison.compared());
        json.list("differences", comparison.differences(), difference -> {
            json.text("scenario", difference.scenario().id());
            json.text("onlyOver", difference.onlyOver().word());
            json.text("effect", difference.effect());
        });
    }

    private static void summary(JsonWriter json, DrillReport report) {
        for (ScenarioResult.Status status : ScenarioResult.Status.values()) {
            String name = status == ScenarioResult.Status.NOT_APPLICABLE ? "notApplicable" : status.word();
            json.number(name, report.count(status));
        }
    }
}
