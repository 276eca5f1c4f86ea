package dev.transportadvisor.source;

import java.util.Locale;

/** Parses a text as the one document that it holds. */
public final class DocumentReader {

    /** How deep mappings and lists may be nested. */
    public static final int MAX_NESTING = 64;

    /**
     * How many keys and values a document may hold, with its aliases spelt out. The largest that Slack's limits allow a
     * manifest, 50 functions with 50 parameters in and out, has some 70,000. Of 98 public ones the largest has 216.
     */
    public static final int MAX_VALUES = 100_000;

    static final String TOO_MANY = String.format(
            Locale.ROOT,
            "More than %,d keys and values, the most that is read of one document. Leave some out.",
            MAX_VALUES);

    private DocumentReader() {}

    /**
     * Parses JSON for a path that ends in {@code .json}, YAML for one that ends in {@code .yaml} or
     * {@code .yml}; other inputs, such as standard input, are JSON when they begin like it.
     *
     * @throws InputException if the text is not one well-formed document within the limits
     */
    public static Node read(SourceFile file) {
        return file.root().orElseGet(() -> parse(file));
    }

    /**
     * The same file, parsed once for all who read it.
     *
     * @throws InputException as {@link #read} does
     */
    public static SourceFile parsed(SourceFile file) {
        return file.withRoot(read(file));
    }

    private static Node parse(SourceFile file) {
        return isJson(file) ? new JsonDocument(file).read() : new YamlDocument(file).read();
    }

    /** Whether {@link #read} takes the text for JSON. */
    public static boolean isJson(SourceFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        if (path.endsWith(".yaml") || path.endsWith(".yml")) {
            return false;
        }
        String start = file.text().stripLeading();
        return path.endsWith(".json") || start.startsWith("{") || start.startsWith("[");
    }
}
