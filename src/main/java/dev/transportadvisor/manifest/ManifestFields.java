package dev.transportadvisor.manifest;

import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every field of a manifest, as Slack describes it. */
public final class ManifestFields {

    private final FieldType.Block manifest;

    /** By version and key; made when first asked for, which most manifests give no reason for. */
    private final transient Map<ManifestVersion, Map<String, List<FieldPath>>> blocks = new ConcurrentHashMap<>();

    ManifestFields(FieldType.Block manifest) {
        this.manifest = manifest;
    }

    /** @throws dev.transportadvisor.source.InputException if the file does not describe the fields of a manifest */
    public static ManifestFields read(SourceFile file) {
        return ManifestFieldsReader.read(file);
    }

    /** What the document as a whole holds. */
    public FieldType.Block manifest() {
        return manifest;
    }

    /** The blocks that have a key of this name, in the order in which the fields are described. */
    public List<FieldPath> blocksWith(String key, ManifestVersion version) {
        return blocks.computeIfAbsent(version, this::blocks).getOrDefault(key, List.of());
    }

    private Map<String, List<FieldPath>> blocks(ManifestVersion version) {
        Map<String, List<FieldPath>> found = new HashMap<>();
        collect(manifest, version, List.of(), found);
        return found;
    }

    private static void collect(
            FieldType type, ManifestVersion version, List<String> steps, Map<String, List<FieldPath>> found) {
        if (type instanceof FieldType.Block block) {
            block.keys().forEach((name, key) -> collect(name, key.type(), version, steps, found));
        } else if (type instanceof FieldType.Items list) {
            collect(list.item(), version, below(steps, FieldPath.ANY), found);
        } else if (type instanceof FieldType.Named mapping) {
            collect(mapping.value(), version, below(steps, FieldPath.ANY), found);
        } else if (type instanceof FieldType.AnyOf anyOf) {
            anyOf.alternatives().forEach(alternative -> collect(alternative, version, steps, found));
        } else if (type instanceof FieldType.ByVersion byVersion) {
            byVersion.in(version).ifPresent(known -> collect(known, version, steps, found));
        } else if (type instanceof FieldType.Disputed disputed) {
            collect(disputed.accepted(), version, steps, found);
        }
    }

    private static void collect(
            String name,
            FieldType type,
            ManifestVersion version,
            List<String> steps,
            Map<String, List<FieldPath>> found) {
        if (isKnown(type, version)) {
            List<FieldPath> blocks = found.computeIfAbsent(name, key -> new ArrayList<>());
            FieldPath block = new FieldPath(true, steps);
            if (!blocks.contains(block)) {
                blocks.add(block);
            }
            collect(type, version, below(steps, name), found);
        }
    }

    /** Whether there is such a field at all in a version. */
    public static boolean isKnown(FieldType type, ManifestVersion version) {
        return !(type instanceof FieldType.ByVersion byVersion) || byVersion.in(version).isPresent();
    }

    private static List<String> below(List<String> steps, String step) {
        List<String> deeper = new ArrayList<>(steps);
        deeper.add(step);
        return deeper;
    }
}
