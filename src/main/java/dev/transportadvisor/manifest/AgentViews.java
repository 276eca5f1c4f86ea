package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The views that an app for agents can have.
 *
 * @param views by the name of their key under {@code features}
 * @param keys the newer key for each older one
 * @param events the newer event for each older one
 */
public record AgentViews(Map<String, View> views, Map<String, String> keys, Map<String, String> events) {

    /**
     * What belongs to a view.
     *
     * @param events those that come only to an app with the view
     * @param scopes those that Slack refuses without such a view
     */
    public record View(List<String> events, List<String> scopes, String source) {}

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static AgentViews read(SourceFile file) {
        return MappingReader.document("the file", file, AgentViews::read);
    }

    private static AgentViews read(MappingReader root) {
        Map<String, View> views = new LinkedHashMap<>();
        MappingReader all = root.requiredMapping("views");
        for (ScalarNode name : all.keys()) {
            MappingReader view = all.requiredMapping(name.text());
            views.put(
                    name.text(),
                    new View(view.texts("events"), view.texts("scopes"), view.requiredText("source")));
            view.rejectUnknownKeys();
        }
        MappingReader replaced = root.requiredMapping("replaced");
        replaced.requiredText("source");
        AgentViews read = new AgentViews(views, texts(replaced, "keys"), texts(replaced, "events"));
        replaced.rejectUnknownKeys();
        return read;
    }

    private static Map<String, String> texts(MappingReader reader, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        MappingReader mapping = reader.requiredMapping(key);
        mapping.keys().forEach(name -> texts.put(name.text(), mapping.requiredText(name.text())));
        return texts;
    }

    /**
     * A list by its name.
     *
     * @param name such as {@code agent_view.events}
     */
    public Optional<List<String>> list(String name) {
        return views.keySet().stream()
                .flatMap(view -> Stream.of(
                        Map.entry(view + ".events", views.get(view).events()),
                        Map.entry(view + ".scopes", views.get(view).scopes())))
                .filter(list -> list.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
