package dev.transportadvisor.cli.lint;

import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** What {@code --set NAME=VALUE} puts in the place of a placeholder. */
record PlaceholderValue(String name, String value) {

    /** The text is not repeated: it may be a secret whose name was forgotten. */
    static PlaceholderValue of(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw new TypeConversionException("a name, `=` and a value are needed, as in BOT_HOST=bots.acme.dev");
        }
        return new PlaceholderValue(text.substring(0, sign), text.substring(sign + 1));
    }

    /** A warning for each name that no manifest has: it is misspelt, or what it stood for is gone. */
    static String unused(Collection<String> names, Set<String> placeholders) {
        return names.stream()
                .filter(name -> !placeholders.contains(name))
                .sorted()
                .map(name -> "warning: " + LintOptions.SET.name() + " " + Quoted.of(name)
                        + ": no manifest has a placeholder of this name."
                        + Quoted.visible(Suggestion.question(name, placeholders)) + "\n")
                .collect(Collectors.joining());
    }

    /** Of several for one name, the last. */
    static Map<String, String> byName(List<PlaceholderValue> all) {
        Map<String, String> values = new LinkedHashMap<>();
        all.forEach(one -> values.put(one.name, one.value));
        return values;
    }
}
