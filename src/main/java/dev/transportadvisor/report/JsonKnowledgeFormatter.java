package dev.transportadvisor.report;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What is known, for programs; fields may be added, none is ever renamed. */
public final class JsonKnowledgeFormatter implements KnowledgeFormatter {

    @Override
    public String list(List<KnowledgeItem> items) {
        return explain(items);
    }

    @Override
    public String explain(List<KnowledgeItem> items) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            json.writeName("rules");
            json.writeStartArray();
            items.forEach(item -> write(json, item));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, KnowledgeItem item) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id());
        json.writeStringProperty("kind", item.kind().word());
        json.writeStringProperty("summary", item.summary());
        json.writeName("details");
        json.writeStartArray();
        item.details().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("source", item.source());
        if (!item.samples().isEmpty()) {
            json.writeName("samples");
            json.writeStartObject();
            item.samples().forEach(sample -> json.writeStringProperty(sample.name(), sample.text()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
