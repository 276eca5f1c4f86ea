package dev.transportadvisor.lint;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Manifests to try the rules on. */
final class ManifestTexts {

    private static final Path OWN = Path.of("src/test/resources/manifests");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ManifestTexts() {}

    /** The real manifests of the corpus that can be read; none where it is not at hand. */
    static List<SourceFile> corpus() {
        Path folder = OfficialSchema.SHARED.resolve("corpus/manifests");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(SourceReader::read)
                    .filter(ManifestTexts::isReadable)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReadable(SourceFile file) {
        try {
            DocumentReader.read(file);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    /** A valid manifest with every key that the schema knows in a version of the format. */
    static ObjectNode whole(int version) {
        ObjectNode manifest = (ObjectNode) json(SourceReader.read(OWN.resolve("every-block.yaml")));
        manifest.setAll((ObjectNode) json(SourceReader.read(OWN.resolve("functions-" + version + ".yaml"))));
        ((ObjectNode) manifest.get("_metadata")).put("major_version", version);
        return manifest;
    }

    /** The same, each of some blocks in a manifest of its own. */
    static List<JsonNode> parts(int version, Predicate<String> blocks) {
        return whole(version).propertyStream()
                .filter(block -> blocks.test(block.getKey()))
                .<JsonNode>map(block -> {
                    ObjectNode part = JSON.objectNode();
                    part.putObject("_metadata").put("major_version", version);
                    part.putObject("display_information").put("name", "deploy-bot");
                    return part.set(block.getKey(), block.getValue());
                })
                .toList();
    }

    static JsonNode json(SourceFile file) {
        return json(DocumentReader.read(file));
    }

    /** The values of a document without their places. */
    private static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
            return object;
        } else if (node instanceof SequenceNode list) {
            ArrayNode array = JSON.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return json((ScalarNode) node);
    }

    private static JsonNode json(ScalarNode scalar) {
        return switch (scalar.kind()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case NUMBER -> JSON.numberNode(new BigDecimal(scalar.text()));
            case BOOLEAN -> JSON.booleanNode(
                    Set.of("true", "yes", "on").contains(scalar.text().toLowerCase(Locale.ROOT)));
            case NULL -> JSON.nullNode();
        };
    }
}
