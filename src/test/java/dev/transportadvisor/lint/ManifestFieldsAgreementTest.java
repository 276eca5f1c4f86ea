package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ManifestVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the fields has every key and every word of the official schemas, and no other but those named
 * here.
 */
class ManifestFieldsAgreementTest {

    private static final String WORDS = " one of ";

    private static final Set<String> NOT_IN_THE_SCHEMA = Set.of(
            "/metadata_events",
            "/compliance",
            "/events",
            "/trigger_types",
            "/features/rich_previews",
            "/features/search",
            "/features/assistant_view/actions",
            "/settings/app_level_token_rotation_enabled",
            "/workflows/*/output_parameters",
            "/functions/*/type",
            "/functions/*/bindings",
            "/datastores/*/time_to_live_attribute",
            "/external_auth_providers/oauth2/*/options/identity_config/body",
            "/external_auth_providers/oauth2/*/options/identity_config/http_method_type");

    @ParameterizedTest
    @EnumSource(ManifestVersion.class)
    void hasTheKeysAndWordsOfTheSchema(ManifestVersion version) {
        JsonNode schema = new JsonMapper().readTree(OfficialSchema.text(version.ordinal() + 1));
        Set<String> expected = new TreeSet<>(NOT_IN_THE_SCHEMA);
        collect(schema, schema, "", expected);

        assertEquals(expected, described(version));
    }

    /** The manifests with which the rules are held to the schema leave no key out. */
    @ParameterizedTest
    @EnumSource(ManifestVersion.class)
    void theWholeManifestHasThemAll(ManifestVersion version) {
        Set<String> expected = new TreeSet<>(described(version));
        expected.removeAll(NOT_IN_THE_SCHEMA);
        expected.removeIf(path -> path.contains(WORDS));
        JsonNode whole = ManifestTexts.whole(version.ordinal() + 1);

        Set<String> missing = new TreeSet<>();
        expected.stream().filter(path -> !isIn(whole, path)).forEach(missing::add);

        assertEquals(Set.of(), missing);
    }

    private static boolean isIn(JsonNode node, String path) {
        if (path.isEmpty()) {
            return true;
        }
        int end = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        String step = path.substring(1, end);
        String rest = path.substring(end);
        return step.equals(FieldPath.ANY)
                ? node.values().stream().anyMatch(child -> isIn(child, rest))
                : node.has(step) && isIn(node.get(step), rest);
    }

    private static void collect(JsonNode root, JsonNode schema, String path, Set<String> paths) {
        if (schema.has("$ref")) {
            collect(root, root.at(schema.get("$ref").asString().substring(1)), path, paths);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            paths.add(path + "/" + property.getKey());
            collect(root, property.getValue(), path + "/" + property.getKey(), paths);
        }
        schema.path("patternProperties").forEach(named -> collect(root, named, path + "/*", paths));
        if (schema.has("items")) {
            collect(root, schema.get("items"), path + "/*", paths);
        }
        if (schema.has("enum")) {
            paths.add(words(path, schema.get("enum").values().stream().map(JsonNode::asString)));
        }
        schema.path("anyOf").forEach(alternative -> collect(root, alternative, path, paths));
    }

    private static String words(String path, Stream<String> words) {
        return path + WORDS + words.sorted().toList();
    }

    private static Set<String> described(ManifestVersion version) {
        Set<String> paths = new TreeSet<>();
        collect(Rules.FIELDS.manifest(), version, "", paths);
        return paths;
    }

    private static void collect(FieldType type, ManifestVersion version, String path, Set<String> paths) {
        if (type instanceof FieldType.Block block) {
            block.keys().forEach((name, key) -> {
                if (ManifestFields.isKnown(key.type(), version)) {
                    paths.add(path + "/" + name);
                    collect(key.type(), version, path + "/" + name, paths);
                }
            });
        } else if (type instanceof FieldType.Items list) {
            collect(list.item(), version, path + "/*", paths);
        } else if (type instanceof FieldType.Named named) {
            collect(named.value(), version, path + "/*", paths);
        } else if (type instanceof FieldType.AnyOf anyOf) {
            anyOf.alternatives().forEach(alternative -> collect(alternative, version, path, paths));
        } else if (type instanceof FieldType.ByVersion byVersion) {
            byVersion.in(version).ifPresent(known -> collect(known, version, path, paths));
        } else if (type instanceof FieldType.Words choice) {
            paths.add(words(path, choice.words().stream()));
        } else if (type instanceof FieldType.Disputed disputed) {
            collect(disputed.accepted(), version, path, paths);
        }
    }
}
