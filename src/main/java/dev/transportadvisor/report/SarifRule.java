package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** A rule as SARIF's reportingDescriptor. Its help repeats the source because not every reader shows the link. */
final class SarifRule {

    private static final Pattern URL = Pattern.compile("https://[^\\s;,]+");

    private SarifRule() {}

    static void write(JsonGenerator json, RuleDescriptor rule) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        text(json, "shortDescription", rule.summary());
        text(json, "fullDescription", rule.why().isEmpty() ? rule.summary() : rule.why());
        json.writeName("help");
        json.writeStartObject();
        json.writeStringProperty("text", rule.remedy() + source(rule, rule.source()));
        json.writeStringProperty("markdown", markdown(rule));
        json.writeEndObject();
        Matcher url = URL.matcher(rule.source());
        if (url.find()) {
            json.writeStringProperty("helpUri", url.group());
        }
        json.writeName("defaultConfiguration");
        json.writeStartObject();
        json.writeStringProperty("level", rule.severity().word());
        json.writeEndObject();
        properties(json, rule);
        json.writeEndObject();
    }

    /** The texts of rules use backticks as Markdown does. */
    private static String markdown(RuleDescriptor rule) {
        String linked = URL.matcher(rule.source()).replaceAll(url -> "<" + url.group() + ">");
        return Stream.of(rule.why(), rule.remedy() + source(rule, linked))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String source(RuleDescriptor rule, String text) {
        return rule.source().isEmpty() ? "" : "\n\nSource: " + text;
    }

    /** GitHub sorts by {@code problem.severity} and filters by tags. */
    private static void properties(JsonGenerator json, RuleDescriptor rule) {
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty(
                "problem.severity",
                switch (rule.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case NOTE -> "recommendation";
                });
        json.writeName("tags");
        json.writeStartArray();
        json.writeString("slack");
        json.writeString("manifest");
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
