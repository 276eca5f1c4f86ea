package dev.transportadvisor.lint.shape;

import dev.transportadvisor.lint.finding.FieldName;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.lint.shape.ShapeFault.Kind;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ManifestVersion;
import dev.transportadvisor.source.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What to say of a key that a block does not know: that it belongs elsewhere, or what it was probably meant to be. */
record StrayKeys(ManifestFields fields, ManifestVersion version) {

    private static final int MOST_BLOCKS = 3;

    /** Whether a key belongs elsewhere, or nowhere. */
    Kind kindOf(String key, FieldType.Block type) {
        boolean isElsewhere = !type.keys().containsKey(key)
                && !type.refused().containsKey(key)
                && !fields.blocksWith(key, version).isEmpty();
        return isElsewhere ? Kind.MISPLACED_KEY : Kind.UNKNOWN_KEY;
    }

    /**
     * @param field what stands behind the key
     * @param present the keys that the block has: none of them was meant
     */
    ShapeFault fault(Field field, Field block, FieldType.Block type, Set<String> present) {
        String key = field.key().orElseThrow().text();
        List<String> known = type.keys().entrySet().stream()
                .filter(entry -> ManifestFields.isKnown(entry.getValue().type(), version))
                .map(entry -> entry.getKey())
                .toList();
        Optional<String> near = Suggestion.onlyNearest(
                key, known.stream().filter(name -> !present.contains(name)).toList());
        List<FieldPath> homes = homes(key, block);
        if (type.keys().containsKey(key)) {
            return ofOtherVersion(field);
        } else if (type.refused().containsKey(key)) {
            return refused(field, type.refused().get(key), present);
        }
        return homes.isEmpty() ? unknown(field, block, known, near) : misplaced(field, homes, near);
    }

    private ShapeFault ofOtherVersion(Field field) {
        int other = version == ManifestVersion.V1 ? 2 : 1;
        return ShapeFault.atKey(
                Kind.UNKNOWN_KEY,
                field,
                FieldName.of(field) + " is known only in manifests whose `_metadata.major_version` is " + other + ".");
    }

    private static ShapeFault refused(Field field, FieldType.Refusal refusal, Set<String> present) {
        return ShapeFault.atKey(
                        Kind.UNKNOWN_KEY, field, "Unknown key " + FieldName.of(field) + ". " + refusal.because())
                .with(refusal.instead()
                        .filter(name -> !present.contains(name))
                        .map(name -> new Remedy.RenameKey(field, name)));
    }

    private static ShapeFault unknown(Field field, Field block, List<String> known, Optional<String> near) {
        if (field.isMerge()) {
            return merge(field);
        }
        String advice = near.map(name -> "Did you mean `" + name + "`?")
                .or(() -> Words.allOf(known).map(all -> "Allowed: " + all + "."))
                .orElseGet(() -> Words.lister(block.pointer()) + " lists those allowed.");
        String message = "Unknown key " + FieldName.of(field) + " in " + FieldName.within(block) + ". " + advice;
        return ShapeFault.atKey(Kind.UNKNOWN_KEY, field, message)
                .with(near.flatMap(name -> Remedy.RenameKey.ofSlip(field, name)));
    }

    static ShapeFault merge(Field field) {
        return ShapeFault.atKey(
                Kind.UNKNOWN_KEY,
                field,
                "The key " + FieldName.of(field) + " merges nothing here: YAML 1.2 does not know it. Write out what"
                        + " it stands for.");
    }

    private static ShapeFault misplaced(Field field, List<FieldPath> homes, Optional<String> near) {
        List<String> blocks =
                homes.stream().limit(MOST_BLOCKS).map(FieldName::placeOf).toList();
        String guess = near.map(name -> " Or did you mean `" + name + "`?").orElse("");
        boolean isSure = homes.size() == 1 && near.isEmpty() && !homes.get(0).steps().contains(FieldPath.ANY);
        return ShapeFault.atKey(
                        Kind.MISPLACED_KEY, field, FieldName.of(field) + " belongs " + either(blocks) + "." + guess)
                .with(isSure ? Optional.of(new Remedy.MoveField(field, homes.get(0))) : Optional.empty());
    }

    private static String either(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }

    /** The blocks that know the key, those around and below the block first, then those that are not deep. */
    private List<FieldPath> homes(String key, Field block) {
        List<String> steps = List.of(block.pointer().split("/"));
        return fields.blocksWith(key, version).stream()
                .sorted(Comparator.comparingInt((FieldPath home) -> -sharedSteps(home, steps))
                        .thenComparingInt(home -> home.steps().size()))
                .toList();
    }

    private static int sharedSteps(FieldPath home, List<String> steps) {
        int shared = 0;
        // A pointer begins with a slash, so its first step is empty.
        while (shared < home.steps().size()
                && shared + 1 < steps.size()
                && isStep(home.steps().get(shared), steps.get(shared + 1))) {
            shared++;
        }
        return shared;
    }

    private static boolean isStep(String known, String step) {
        return known.equals(FieldPath.ANY) || known.equals(step);
    }
}
