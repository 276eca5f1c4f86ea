package dev.transportadvisor.source;

/**
 * A single value.
 *
 * @param text the value as text, with quotes and escapes resolved
 * @param kind what YAML 1.1 or JSON takes the text for; a quoted value is always {@link Kind#TEXT}
 */
public record ScalarNode(String text, Kind kind, Span span) implements Node {

    public enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    @Override
    public String kindName() {
        return kind.label;
    }
}
