package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.report.recommendation.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of a manifest. In a path, {@code *} stands for an entry of a list or a name of the author's choice. */
public final class FieldKnowledge implements KnowledgeArea {

    private static final String SOURCE = "https://docs.slack.dev/reference/app-manifest";

    private final Map<String, KnowledgeItem> fields = new LinkedHashMap<>();

    private final List<RuleDescriptor> rules;

    /** @param rules what is said of manifests, for the names of those that speak of a field */
    public FieldKnowledge(ManifestFields manifest, List<RuleDescriptor> rules) {
        this.rules = rules;
        collect("", manifest.manifest());
    }

    private void collect(String path, FieldType type) {
        if (type instanceof FieldType.Block block) {
            block.keys().forEach((name, key) -> add(below(path, name), key));
        } else if (type instanceof FieldType.Items list) {
            collect(below(path, FieldPath.ANY), list.item());
        } else if (type instanceof FieldType.Named mapping) {
            collect(below(path, FieldPath.ANY), mapping.value());
        } else if (type instanceof FieldType.AnyOf anyOf) {
            anyOf.alternatives().forEach(alternative -> collect(path, alternative));
        } else if (type instanceof FieldType.ByVersion byVersion) {
            byVersion.v1().ifPresent(known -> collect(path, known));
            byVersion.v2().ifPresent(known -> collect(path, known));
        } else if (type instanceof FieldType.Disputed disputed) {
            collect(path, disputed.documented());
        }
    }

    private static String below(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }

    private void add(String path, FieldType.Key key) {
        List<String> details = new ArrayList<>(List.of(presence(key.presence())));
        if (key.type() instanceof FieldType.Block block) {
            details.add("Keys: " + String.join(", ", block.keys().keySet()) + ".");
        }
        String speakers = rules.stream()
                .filter(rule -> (rule.summary() + rule.why() + rule.remedy()).contains(path))
                .map(RuleDescriptor::id)
                .collect(Collectors.joining(", "));
        if (path.contains(".") && !speakers.isEmpty()) {
            details.add("Rules of lint that speak of it: " + speakers + ".");
        }
        String summary = Wording.upperFirst(FieldWords.of(key.type())) + ".";
        fields.putIfAbsent(path, new KnowledgeItem(path, KnowledgeKind.FIELD, summary, details, SOURCE, ""));
        collect(path, key.type());
    }

    private static String presence(FieldType.Presence presence) {
        return switch (presence) {
            case REQUIRED -> "It must be there.";
            case EXPECTED -> "Slack's schema and its reference disagree on whether it must be there.";
            case OPTIONAL -> "It may be left out.";
        };
    }

    @Override
    public List<KnowledgeItem> all() {
        return List.copyOf(fields.values());
    }

    /** @param word a path, with dots or as a JSON Pointer, or a key alone; the entries of a list stand for the list */
    @Override
    public List<KnowledgeItem> about(String word) {
        String path = word.startsWith("/") ? word.substring(1).replace('/', '.') : word.replaceAll("\\[(\\d*)]", ".$1");
        List<String> steps = List.of(path.replaceFirst("(\\.\\d*)+$", "").split("\\."));
        return fields.values().stream()
                .filter(field -> steps.size() == 1 ? isLastStep(steps.get(0), field.id()) : fits(steps, field.id()))
                .toList();
    }

    private static boolean isLastStep(String key, String path) {
        return path.equals(key) || path.endsWith("." + key);
    }

    private static boolean fits(List<String> asked, String path) {
        List<String> steps = List.of(path.split("\\."));
        if (asked.size() != steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equals(FieldPath.ANY) && !steps.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }
}
