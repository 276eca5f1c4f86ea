package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What Slack's official schemas say of a manifest. */
final class OfficialSchema {

    static final Path SHARED = Path.of("../shared");

    private static final long STACK = 64L << 20;

    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("type", "type"),
            Map.entry("minLength", "length"),
            Map.entry("maxLength", "length"),
            Map.entry("minItems", "count"),
            Map.entry("maxItems", "count"),
            Map.entry("minProperties", "count"),
            Map.entry("maxProperties", "count"),
            Map.entry("enum", "value"),
            Map.entry("pattern", "value"),
            Map.entry("format", "value"),
            Map.entry("uniqueItems", "unique"));

    private final Map<Integer, Schema> schemas = new HashMap<>();

    /** Skips the test where the schemas are not at hand. */
    OfficialSchema() {
        for (int version : List.of(1, 2)) {
            schemas.put(
                    version,
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(text(version)));
        }
    }

    static String text(int version) {
        Path file = SHARED.resolve("schema/manifest.schema." + version + ".0.0.json");
        assumeTrue(Files.exists(file), "Skipped: needs Slack's official schema at " + file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param manifest JSON; `_metadata.major_version` tells which of the schemas it is for */
    ShapeVerdicts verdicts(JsonNode manifest) {
        int version = manifest.at("/_metadata/major_version").asString("").equals("2") ? 2 : 1;
        return new ShapeVerdicts(errors(schemas.get(version), manifest).stream()
                .map(OfficialSchema::verdict)
                .collect(Collectors.toSet()));
    }

    /** Some patterns of the schemas take more of the stack than a thread has by default. */
    private static List<Error> errors(Schema schema, JsonNode manifest) {
        FutureTask<List<Error>> task =
                new FutureTask<>(() -> schema.validate(manifest.toString(), InputFormat.JSON));
        new Thread(null, task, "schema", STACK).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ShapeVerdict verdict(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> new ShapeVerdict(pointer, "unknown " + error.getProperty());
            case "required" -> new ShapeVerdict(pointer, "missing " + error.getProperty());
            default -> new ShapeVerdict(
                    pointer, FAULTS.getOrDefault(error.getKeyword(), "unexpected " + error.getKeyword()));
        };
    }
}
