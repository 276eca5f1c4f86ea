package dev.transportadvisor.scaffold;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The files of a template, from which features are taken away, one after the other and in any order: the folders that
 * are theirs, the regions whose marks name them, and in files without comments the values that are listed as theirs.
 *
 * @param files texts by path, with the marks of what may still be cut
 * @param values by path, JSON Pointers to what does not stay
 */
record Cut(SortedMap<String, String> files, SortedMap<String, Set<String>> values) {

    static Cut of(Map<String, String> files) {
        return new Cut(new TreeMap<>(files), new TreeMap<>());
    }

    Cut without(Feature feature) {
        SortedMap<String, String> kept = new TreeMap<>();
        files.forEach((path, text) -> {
            String left = edited(path, text, region -> withoutIf(feature, region, text));
            // A file that consists of regions goes with the last of them.
            if (!Owner.is(feature.id(), path) && (!left.isBlank() || text.isBlank())) {
                kept.put(path, left);
            }
        });
        SortedMap<String, Set<String>> more = new TreeMap<>(values);
        feature.json().forEach((path, pointers) -> {
            Set<String> all = new TreeSet<>(values.getOrDefault(path, Set.of()));
            all.addAll(pointers);
            more.put(path, all);
        });
        return new Cut(kept, more);
    }

    /** The texts without what is gone, and without any mark. */
    SortedMap<String, String> finished() {
        SortedMap<String, String> finished = new TreeMap<>();
        files.forEach((path, text) -> finished.put(
                path,
                ValueCut.without(
                        path,
                        edited(path, text, region -> text.substring(region.inner(), region.innerEnd())),
                        values.getOrDefault(path, Set.of()))));
        return finished;
    }

    private static String withoutIf(Feature feature, Region region, String text) {
        return region.features().contains(feature.id()) ? "" : text.substring(region.start(), region.end());
    }

    /** @param replacement what stands in the place of each region */
    private static String edited(String path, String text, Function<Region, String> replacement) {
        StringBuilder edited = new StringBuilder();
        int done = 0;
        for (Region region : Region.in(path, text)) {
            edited.append(text, done, region.start()).append(replacement.apply(region));
            done = region.end();
        }
        return edited.append(text, done, text.length()).toString();
    }
}
