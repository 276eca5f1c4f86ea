package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.report.format.JsonWriter;
import java.util.List;

/** What is known, for programs; fields may be added, none is ever renamed. */
public final class JsonKnowledgeFormatter implements KnowledgeFormatter {

    @Override
    public String list(List<KnowledgeItem> items) {
        return explain(items);
    }

    @Override
    public String explain(List<KnowledgeItem> items) {
        return JsonWriter.text(json -> {
            json.number("schema", 1);
            json.list("rules", items, item -> item(json, item));
        });
    }

    private static void item(JsonWriter json, KnowledgeItem item) {
        json.text("id", item.id());
        json.text("kind", item.kind().word());
        if (!item.names().isEmpty()) {
            json.texts("names", item.names());
        }
        json.text("summary", item.summary());
        json.texts("details", item.details());
        json.text("source", item.source());
        if (!item.samples().isEmpty()) {
            json.object("samples", () -> item.samples().forEach(sample -> json.text(sample.name(), sample.text())));
        }
    }
}
