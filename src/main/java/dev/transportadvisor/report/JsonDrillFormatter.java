package dev.transportadvisor.report;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A drill for programs; fields may be added, none is ever renamed. */
public final class JsonDrillFormatter implements DrillFormatter {

    @Override
    public String format(DrillReport report) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            json.writeStringProperty("bot", report.bot());
            json.writeBooleanProperty("passed", report.isPassed());
            json.writeName("transports");
            json.writeStartArray();
            report.transports().stream().map(Transport::word).forEach(json::writeString);
            json.writeEndArray();
            json.writeName("results");
            json.writeStartArray();
            report.results().forEach(result -> result(json, result));
            json.writeEndArray();
            comparison(json, report.comparison());
            summary(json, report);
            json.writeEndObject();
        });
    }

    private static void result(JsonGenerator json, ScenarioResult result) {
        json.writeStartObject();
        json.writeStringProperty("scenario", result.scenario().id());
        json.writeStringProperty("transport", result.transport().word());
        json.writeStringProperty("result", word(result.status()));
        json.writeStringProperty("reason", result.reason());
        json.writeStringProperty("why", result.scenario().why());
        json.writeStringProperty("remedy", result.scenario().remedy());
        json.writeStringProperty("source", result.scenario().source());
        answers(json, result.measurement());
        result.measurement().handling().ifPresent(handling -> {
            json.writeNumberProperty("handled", handling.handled());
            json.writeNumberProperty("duplicates", handling.duplicates());
            json.writeNumberProperty("lost", handling.lost());
        });
        result.measurement().deaf().ifPresent(deaf -> json.writeNumberProperty("deafMillis", deaf.toMillis()));
        json.writeEndObject();
    }

    private static String word(ScenarioResult.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void answers(JsonGenerator json, Measurement measurement) {
        if (measurement.answers().isEmpty()) {
            return;
        }
        json.writeName("answerMillis");
        json.writeStartObject();
        json.writeNumberProperty("count", measurement.answers().size());
        json.writeNumberProperty("p50", DrillWords.millis(measurement, 50));
        json.writeNumberProperty("p95", DrillWords.millis(measurement, 95));
        json.writeNumberProperty("max", DrillWords.millis(measurement, 100));
        json.writeEndObject();
    }

    private static void comparison(JsonGenerator json, Comparison comparison) {
        json.writeName("comparison");
        json.writeStartObject();
        json.writeNumberProperty("compared", comparison.compared());
        json.writeName("differences");
        json.writeStartArray();
        for (Comparison.Difference difference : comparison.differences()) {
            json.writeStartObject();
            json.writeStringProperty("scenario", difference.scenario().id());
            json.writeStringProperty("onlyOver", difference.onlyOver().word());
            json.writeStringProperty("effect", difference.effect());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, DrillReport report) {
        json.writeName("summary");
        json.writeStartObject();
        for (ScenarioResult.Status status : ScenarioResult.Status.values()) {
            String name = status == ScenarioResult.Status.NOT_APPLICABLE ? "notApplicable" : word(status);
            json.writeNumberProperty(name, report.count(status));
        }
        json.writeEndObject();
    }
}
