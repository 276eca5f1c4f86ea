package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what can be taken away from a bot. */
final class FeatureReader {

    private final Problems problems;
    private final Map<String, Map<String, Map<String, String>>> choices;
    private final Contract contract;

    FeatureReader(Problems problems, Map<String, Map<String, Map<String, String>>> choices, Contract contract) {
        this.problems = problems;
        this.choices = choices;
        this.contract = contract;
    }

    List<Feature> read(MappingReader list) {
        List<MappingReader> readers = list.mappings("features");
        List<String> ids = readers.stream().map(reader -> reader.requiredText("id")).toList();
        Set<String> seen = new LinkedHashSet<>();
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            MappingReader reader = readers.get(i);
            if (!seen.add(ids.get(i))) {
                problems.at(reader.span(), "The feature `" + ids.get(i) + "` is listed twice. Keep one.");
            }
            features.add(new Feature(
                    ids.get(i),
                    reader.requiredText("summary"),
                    // Those above only, so that no two need each other.
                    ids(reader, "needs", ids.subList(0, i)),
                    ids(reader, "excludes", ids),
                    reader.mapping("choices").map(this::options).orElse(Map.of()),
                    json(ids.get(i), reader)));
            reader.rejectUnknownKeys();
        }
        return features;
    }

    private static Set<String> ids(MappingReader reader, String key, List<String> known) {
        return new LinkedHashSet<>(reader.choices(key, known, Function.identity()));
    }

    private Map<String, List<String>> options(MappingReader reader) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (ScalarNode key : reader.keys()) {
            problems.choose("choices", key, choices.keySet(), Function.identity()).ifPresent(choice -> options.put(
                    choice, reader.choices(choice, choices.get(choice).keySet(), Function.identity())));
        }
        return options;
    }

    /** What is the feature's in the contract, and in this language. */
    private Map<String, List<String>> json(String id, MappingReader reader) {
        Map<String, List<String>> json = new LinkedHashMap<>(contract.json(id));
        reader.mapping("json").map(FeatureReader::texts).ifPresent(json::putAll);
        return json;
    }

    static Map<String, List<String>> texts(MappingReader reader) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        reader.keys().forEach(key -> texts.put(key.text(), reader.texts(key.text())));
        return texts;
    }
}
