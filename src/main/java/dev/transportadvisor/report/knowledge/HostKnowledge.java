package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.lint.host.HostCatalog;
import java.util.List;
import java.util.regex.Pattern;

/** Hosts that a manifest should not name, or not for long. In a name {@code *} stands for any characters. */
public record HostKnowledge(HostCatalog hosts) implements KnowledgeArea {

    /** A URL, or a name of several parts; other words are most often keys and ids. */
    private static final Pattern HOST = Pattern.compile("(?i)https?://.*|localhost|[a-z0-9-]+(\\.[a-z0-9-]+)+");

    @Override
    public List<KnowledgeItem> all() {
        return hosts.groups().stream()
                .flatMap(group ->
                        group.names().stream().map(name -> item(name, group.kind(), group.source())))
                .toList();
    }

    @Override
    public List<KnowledgeItem> about(String word) {
        HostCatalog.Kind kind = hosts.kindOf(word);
        if (kind == HostCatalog.Kind.PUBLIC || !HOST.matcher(word).matches()) {
            return KnowledgeArea.super.about(word);
        }
        return List.of(item(hosts.hostOf(word), kind, hosts.sourceOf(word).orElse("")));
    }

    private static KnowledgeItem item(String name, HostCatalog.Kind kind, String source) {
        return switch (kind) {
            case PLACEHOLDER -> item(name, source, "Still to be filled in.", "placeholder-url");
            case LOCAL -> item(name, source, "Only a near network knows it.", "local-request-url");
            case TUNNEL -> item(name, source, "Leads to a machine as long as a program runs there.", "tunnel-url");
            case PUBLIC -> throw new IllegalArgumentException("Of a public host nothing is known: " + name);
        };
    }

    private static KnowledgeItem item(String name, String source, String summary, String rule) {
        List<String> details = List.of("What lint says of it: rules explain lint:" + rule);
        return new KnowledgeItem(name, KnowledgeKind.HOST, summary, details, source, "");
    }
}
