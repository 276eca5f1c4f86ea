package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.report.format.JsonWriter;
import dev.transportadvisor.report.format.Markdown;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule as SARIF's reportingDescriptor. Its help repeats the source because not every reader shows the link. */
final class SarifRule {

    private static final Pattern URL = Pattern.compile("https://[^\\s;,]+");

    private SarifRule() {}

    static void write(JsonWriter json, RuleDescriptor rule) {
        json.text("id", rule.id());
        json.object("shortDescription", () -> json.text("text", rule.summary()));
        json.object("fullDescription", () -> json.text("text", rule.why().isEmpty() ? rule.summary() : rule.why()));
        json.object("help", () -> {
            json.text("text", rule.remedy() + source(rule, rule.source()));
            json.text("markdown", markdown(rule));
        });
        Matcher url = URL.matcher(rule.source());
        if (url.find()) {
            json.text("helpUri", url.group());
        }
        json.object("defaultConfiguration", () -> json.text("level", rule.severity().word()));
        json.object("properties", () -> properties(json, rule.severity()));
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
    private static void properties(JsonWriter json, Severity severity) {
        json.text("problem.severity", severity == Severity.NOTE ? "recommendation" : severity.word());
        json.texts("tags", List.of("slack", "manifest"));
    }
}
