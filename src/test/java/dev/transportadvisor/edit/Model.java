package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a document says, as Java's maps and lists, on which changes are plain to see. */
final class Model {

    private Model() {}

    /** Maps, lists, and single values as {@code kind text}. */
    static Object of(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key().text(), of(entry.value())));
            return map;
        } else if (node instanceof SequenceNode list) {
            return new ArrayList<>(list.items().stream().map(Model::of).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.kind() == ScalarNode.Kind.NULL ? "nothing" : scalar.kind() + " " + scalar.text();
    }

    /** The map at the end of some keys; made where there is none or nothing. */
    static Map<String, Object> map(Object root, List<String> keys) {
        Map<String, Object> map = entries(root);
        for (String key : keys) {
            if (map.getOrDefault(key, "nothing").equals("nothing")) {
                map.put(key, new LinkedHashMap<>());
            }
            map = entries(map.get(key));
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> entries(Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    static List<Object> items(Object list) {
        return (List<Object>) list;
    }
}
