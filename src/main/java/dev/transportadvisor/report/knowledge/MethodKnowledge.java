package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.web.MethodScopes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The methods of the Web API that need a scope. */
public record MethodKnowledge(MethodScopes methods) implements KnowledgeArea {

    private static final String SOURCE = "https://docs.slack.dev/reference/methods/";

    @Override
    public List<KnowledgeItem> all() {
        return new TreeMap<>(methods.byMethod())
                .entrySet().stream()
                        .map(method -> item(method.getKey(), method.getValue()))
                        .toList();
    }

    private static KnowledgeItem item(String method, Map<TokenKind, List<String>> scopes) {
        List<String> details = scopes.entrySet().stream()
                .map(need -> "With the " + need.getKey().name().toLowerCase(Locale.ROOT) + " token it needs the scope "
                        + String.join(" or ", need.getValue()) + ".")
                .toList();
        return new KnowledgeItem(
                method,
                KnowledgeKind.METHOD,
                "A method of Slack's Web API that the local Slack knows.",
                details,
                SOURCE + method,
                "");
    }
}
