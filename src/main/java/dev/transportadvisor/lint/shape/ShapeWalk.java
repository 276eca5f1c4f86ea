package dev.transportadvisor.lint.shape;

import static java.util.Comparator.comparingInt;

import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.finding.FieldName;
import dev.transportadvisor.lint.shape.ShapeFault.Kind;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ManifestVersion;
import dev.transportadvisor.manifest.Range;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Goes through a manifest once, beside the description of its fields, and finds every place where the two differ.
 *
 * <p>What holds a placeholder can be anything. What stands in several places through an alias is looked at, and wrong,
 * once: else a small file could stand for a huge number of faults.
 */
public final class ShapeWalk {

    private final StrayKeys strayKeys;
    private final MergedValues merged;
    private final ManifestVersion version;
    private final Predicate<String> isBlankUrl;
    private final ShapeFaults faults = new ShapeFaults();
    private final Map<FieldType, Set<Node>> seen = new IdentityHashMap<>();

    private ShapeWalk(
            StrayKeys strayKeys, MergedValues merged, ManifestVersion version, Predicate<String> isBlankUrl) {
        this.strayKeys = strayKeys;
        this.merged = merged;
        this.version = version;
        this.isBlankUrl = isBlankUrl;
    }

    /**
     * What is wrong with the shape of a manifest, in no particular order.
     *
     * @param isBlankUrl whether a text where a URL belongs is still to be filled in
     */
    public static List<ShapeFault> faults(
            ManifestFields fields, Manifest manifest, Predicate<String> isBlankUrl) {
        ManifestVersion version = manifest.version();
        Field document = manifest.document();
        return new ShapeWalk(new StrayKeys(fields, version), new MergedValues(document), version, isBlankUrl)
                .faultsOf(document, fields.manifest())
                .all()
                .toList();
    }

    private ShapeFaults faultsOf(Field field, FieldType type) {
        ShapeWalk walk = new ShapeWalk(strayKeys, merged, version, isBlankUrl);
        walk.check(field, type);
        return walk.faults;
    }

    private void check(Field field, FieldType type) {
        if (!isNew(field.value(), type)) {
            return;
        }
        if (type instanceof FieldType.Disputed disputed) {
            checkDisputed(field, disputed);
        } else if (type instanceof FieldType.AnyOf anyOf) {
            checkAnyOf(field, anyOf);
        } else if (type instanceof FieldType.ByVersion byVersion) {
            byVersion.in(version).ifPresent(known -> check(field, known));
        } else if (field.isPlaceholder()) {
            ValueShape.checkAroundPlaceholder(field, type, faults);
        } else if (!ValueShape.isOfType(field.value(), type)) {
            faults.add(Kind.WRONG_TYPE, () -> ValueShape.wrongType(field, type));
            check(field, FieldType.Plain.ANYTHING);
        } else if (field.value() instanceof MappingNode) {
            checkMapping(field, type);
        } else if (field.value() instanceof SequenceNode) {
            checkList(field, type);
        } else {
            ValueShape.check(field, type, isBlankUrl, faults);
        }
    }

    private boolean isNew(Node node, FieldType type) {
        return node instanceof ScalarNode
                || seen.computeIfAbsent(type, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(node);
    }

    private void checkDisputed(Field field, FieldType.Disputed disputed) {
        ShapeFaults sure = faultsOf(field, disputed.accepted());
        faults.addAll(sure);
        if (sure.isEmpty()) {
            Severity severity = disputed.isOpenQuestion() ? Severity.NOTE : Severity.WARNING;
            faultsOf(field, disputed.documented())
                    .all()
                    .forEach(fault -> faults.add(fault.as(severity, disputed.because())));
        }
    }

    /** Where no alternative fits, the one counts that knows the most of the keys, since it was probably meant. */
    private void checkAnyOf(Field field, FieldType.AnyOf anyOf) {
        anyOf.alternatives().stream()
                .map(alternative -> faultsOf(field, alternative))
                .min(comparingInt(ShapeWalk::strayCount)
                        .thenComparingInt(ShapeFaults::errorCount)
                        .thenComparingInt(ShapeFaults::count))
                .ifPresent(faults::addAll);
    }

    private static int strayCount(ShapeFaults faults) {
        return faults.count(Kind.UNKNOWN_KEY) + faults.count(Kind.MISPLACED_KEY);
    }

    private void checkMapping(Field field, FieldType type) {
        List<Field> children = field.children();
        checkRepeatedKeys(children);
        if (type instanceof FieldType.Block block) {
            checkBlock(field, children, block);
        } else if (type instanceof FieldType.Named named) {
            checkCount(field, children, named.count());
            children.forEach(child -> checkNamed(child, named));
        } else {
            children.forEach(child -> check(child, FieldType.Plain.ANYTHING));
        }
    }

    private void checkNamed(Field child, FieldType.Named named) {
        if (child.isMerge()) {
            faults.add(StrayKeys.merge(child));
        } else {
            check(child.ofKey(), named.name());
            check(child, named.value());
        }
    }

    private void checkRepeatedKeys(List<Field> children) {
        Map<String, Field> first = new HashMap<>();
        for (Field child : children) {
            Field before = first.putIfAbsent(name(child), child);
            if (before != null) {
                faults.add(Kind.DUPLICATE_KEY, () -> Repetition.ofKey(child, before));
            }
        }
    }

    private void checkBlock(Field field, List<Field> children, FieldType.Block block) {
        Set<String> present = new HashSet<>();
        children.forEach(child -> present.add(name(child)));
        for (Field child : children) {
            Optional<FieldType> known = known(block, name(child));
            if (known.isEmpty() && !block.isOpen() && !isForMerges(child)) {
                faults.add(
                        strayKeys.kindOf(name(child), block),
                        () -> strayKeys.fault(child, field, block, present));
            }
            check(child, known.orElse(FieldType.Plain.ANYTHING));
        }
        if (present.contains(Field.MERGE)) {
            return;
        }
        block.refused().forEach((name, refusal) -> refusal.instead()
                .filter(instead -> present.contains(name))
                .ifPresent(present::add));
        block.keys().forEach((name, key) -> {
            boolean isMissing = key.presence() != FieldType.Presence.OPTIONAL && !present.contains(name);
            if (isMissing && ManifestFields.isKnown(key.type(), version)) {
                addMissing(field, name, key.presence());
            }
        });
    }

    /** The merge is told of, and writing it out takes the key away with it. */
    private boolean isForMerges(Field child) {
        return !child.isMerge() && merged.contains(child.value());
    }

    private Optional<FieldType> known(FieldType.Block block, String name) {
        return Optional.ofNullable(block.keys().get(name))
                .map(FieldType.Key::type)
                .filter(type -> ManifestFields.isKnown(type, version));
    }

    private void addMissing(Field block, String name, FieldType.Presence presence) {
        ShapeFault fault =
                ShapeFault.at(Kind.MISSING_KEY, block, FieldName.of(block) + " lacks the key `" + name + "`.");
        boolean isSure = presence == FieldType.Presence.REQUIRED;
        String doubt = "Slack's schema and its docs disagree whether it may be left out.";
        faults.add(isSure ? fault : fault.as(Severity.WARNING, doubt));
    }

    private void checkList(Field field, FieldType type) {
        List<Field> items = field.children();
        if (type instanceof FieldType.Items list) {
            checkCount(field, items, list.count());
            if (list.isUnique()) {
                Repetition.addOfEntries(items, faults);
            }
            items.forEach(item -> check(item, list.item()));
        } else {
            items.forEach(item -> check(item, FieldType.Plain.ANYTHING));
        }
    }

    private void checkCount(Field field, List<Field> entries, Range allowed) {
        if (!allowed.contains(entries.size())) {
            faults.add(Kind.ITEM_COUNT, () -> ValueShape.wrongCount(field, entries.size(), allowed));
        }
    }

    private static String name(Field child) {
        return child.key().orElseThrow().text();
    }
}
