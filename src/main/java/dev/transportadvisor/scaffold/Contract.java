package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is the same in every language.
 *
 * @param files by path
 * @param features those for which the files hold something, with their JSON values alone
 */
record Contract(SortedMap<String, SourceFile> files, Collection<Feature> features) {

    private static final String LIST = "contract.yaml";

    /** @param files those of the contract, by path, with {@code contract.yaml} if there are features in them */
    static Contract read(Map<String, SourceFile> files) {
        SortedMap<String, SourceFile> others = new TreeMap<>(files);
        SourceFile list = others.remove(LIST);
        return new Contract(others, list == null ? List.of() : features(list));
    }

    private static List<Feature> features(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader list = new MappingReader("the contract", DocumentReader.read(file), problems);
        List<Feature> features = list.mappings("features", Contract::feature);
        list.rejectUnknownKeys();
        problems.throwIfAny();
        return features;
    }

    private static Feature feature(MappingReader reader) {
        Map<String, List<String>> json = reader.mapping("json").map(FeatureReader::texts).orElse(Map.of());
        return new Feature(reader.requiredText("id"), "", Set.of(), Set.of(), Map.of(), json);
    }

    /** The JSON Pointers that belong to a feature in any language, by path. */
    Map<String, List<String>> json(String feature) {
        return features.stream()
                .filter(known -> known.id().equals(feature))
                .findFirst()
                .map(Feature::json)
                .orElse(Map.of());
    }

    /** The files of a language that has these features. */
    SortedMap<String, SourceFile> filesWith(Collection<String> listed) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, file) -> texts.put(path, file.text()));
        Cut cut = Cut.of(texts);
        for (Feature feature : features) {
            cut = listed.contains(feature.id()) ? cut : cut.without(feature);
        }
        SortedMap<String, SourceFile> left = new TreeMap<>();
        Map<String, Set<String>> values = cut.values();
        cut.files().forEach((path, text) -> left.put(
                path, new SourceFile(files.get(path).path(), ValueCut.without(path, text, values(path, values)))));
        return left;
    }

    /** Paths of values are those in a bot, which lie in the folder of the project or of an option. */
    private static Set<String> values(String path, Map<String, Set<String>> values) {
        Set<String> pointers = new TreeSet<>();
        values.forEach((end, more) -> pointers.addAll(path.endsWith("/" + end) ? more : Set.of()));
        return pointers;
    }
}
