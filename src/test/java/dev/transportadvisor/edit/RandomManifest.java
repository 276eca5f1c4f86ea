package dev.transportadvisor.edit;

import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Documents made by chance, written in one of the many ways that YAML and JSON allow. Each comment is different, and
 * belongs to the line that it stands on or to the one below.
 */
final class RandomManifest {

    private static final List<String> KEYS =
            List.of("settings", "features", "oauth_config", "scopes", "bot", "url", "a", "b", "c", "name");
    private static final List<String> WORDS = List.of(
            "commands", "chat:write", "message.im", "x", "two words", "true", "42", "it's", "a \"b\"", "#c", "機🤖",
            "/go");

    private final Random random;
    private final boolean isJson;
    private final String lineBreak;
    private final String step;
    private final String listStep;
    private final boolean hasFinalBreak;
    private final int commentsInTen;
    private int comments;

    private RandomManifest(Random random) {
        this.random = random;
        this.isJson = random.nextInt(3) == 0;
        this.lineBreak = pick(List.of("\n", "\n", "\r\n", "\r"));
        this.step = isJson ? pick(List.of("", "  ", "    ", "\t")) : pick(List.of("  ", "    ", " ", "   "));
        this.listStep = isJson ? step : pick(List.of("", step, " "));
        this.hasFinalBreak = random.nextInt(3) > 0;
        this.commentsInTen = isJson ? 0 : random.nextInt(5);
    }

    static Manifest next(Random random) {
        return new RandomManifest(random).manifest();
    }

    private Manifest manifest() {
        Map<String, Object> root = mapping(0);
        String text = isJson ? json(root, "") : random.nextInt(8) == 0 ? braces(root, "") : block(root, "");
        String whole = (commentsInTen > 0 ? comment("") + lineBreak : "") + text + (hasFinalBreak ? lineBreak : "");
        SourceFile file = new SourceFile(isJson ? "manifest.json" : "manifest.yaml", whole);
        return new Manifest(file, DocumentReader.read(file));
    }

    private Object value(int depth) {
        int kind = random.nextInt(10);
        if (depth > 3 || kind < 3) {
            return kind == 0 && !isJson ? "" : pick(WORDS);
        }
        return kind < 6 ? list(depth) : mapping(depth);
    }

    private Map<String, Object> mapping(int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = random.nextInt(4) + (depth == 0 ? 2 : 0); i > 0; i--) {
            mapping.put(pick(KEYS), value(depth + 1));
        }
        return mapping;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        boolean ofMappings = random.nextInt(4) == 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(ofMappings ? Map.of(pick(KEYS), pick(WORDS)) : pick(WORDS));
        }
        return list;
    }

    private String block(Object value, String indent) {
        if (value instanceof Map<?, ?> mapping) {
            return mapping.entrySet().stream()
                    .map(entry -> above(indent) + indent + key((String) entry.getKey()) + ":"
                            + behindKey(entry.getValue(), indent))
                    .collect(Collectors.joining(lineBreak));
        }
        return ((List<?>) value)
                .stream()
                        .map(item -> above(indent) + indent + "- "
                                + (item instanceof Map<?, ?> mapping
                                        ? oneEntry(mapping, indent + "  ")
                                        : scalar((String) item) + behind()))
                        .collect(Collectors.joining(lineBreak));
    }

    private String oneEntry(Map<?, ?> mapping, String indent) {
        return mapping.entrySet().stream()
                .map(entry -> key((String) entry.getKey()) + ":" + behindKey(entry.getValue(), indent))
                .collect(Collectors.joining(lineBreak + indent));
    }

    private String behindKey(Object value, String indent) {
        if (value instanceof String text) {
            return (text.isEmpty() ? "" : " ".repeat(1 + random.nextInt(2)) + scalar(text)) + behind();
        } else if (isEmpty(value) || random.nextInt(5) == 0) {
            return " " + (random.nextBoolean() ? braces(value, indent) : spread(value, indent)) + behind();
        }
        return behind() + lineBreak + block(value, indent + (value instanceof List ? listStep : step));
    }

    /** On one line. */
    private String braces(Object value, String indent) {
        if (value instanceof Map<?, ?> mapping) {
            return mapping.entrySet().stream()
                    .map(entry -> key((String) entry.getKey()) + ": " + braces(entry.getValue(), indent))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(item -> braces(item, indent)).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar((String) value);
    }

    /** On several lines, now and then with a comma behind the last one. */
    private String spread(Object value, String indent) {
        if (isEmpty(value) || value instanceof String) {
            return braces(value, indent);
        }
        String inner = indent + step;
        List<String> children = value instanceof Map<?, ?> mapping
                ? mapping.entrySet().stream()
                        .map(entry -> key((String) entry.getKey()) + ": " + spread(entry.getValue(), inner))
                        .toList()
                : ((List<?>) value).stream().map(item -> spread(item, inner)).toList();
        StringBuilder text = new StringBuilder(value instanceof Map ? "{" : "[");
        for (int i = 0; i < children.size(); i++) {
            boolean needsComma = i < children.size() - 1 || random.nextInt(3) == 0;
            text.append(behind()).append(lineBreak).append(inner).append(children.get(i));
            text.append(needsComma ? "," : "");
        }
        return text.append(behind()).append(lineBreak).append(indent).append(value instanceof Map ? "}" : "]")
                .toString();
    }

    private String json(Object value, String indent) {
        if (value instanceof String text) {
            return scalar(text);
        }
        List<String> children = value instanceof Map<?, ?> mapping
                ? mapping.entrySet().stream()
                        .map(entry -> key((String) entry.getKey()) + colon() + json(entry.getValue(), indent + step))
                        .toList()
                : ((List<?>) value).stream().map(item -> json(item, indent + step)).toList();
        String open = value instanceof Map ? "{" : "[";
        String close = value instanceof Map ? "}" : "]";
        if (children.isEmpty() || step.isEmpty()) {
            return open + String.join(",", children) + close;
        }
        String line = lineBreak + indent;
        return children.stream().collect(Collectors.joining("," + line + step, open + line + step, line + close));
    }

    private String colon() {
        return step.isEmpty() ? ":" : ": ";
    }

    private String key(String key) {
        return isJson ? '"' + key + '"' : random.nextInt(6) == 0 ? "'" + key + "'" : key;
    }

    private String scalar(String text) {
        boolean isPlain = text.matches("[\\p{L}0-9](?:[\\p{L}0-9 .]|:(?=\\p{L}))*");
        int quotes = random.nextInt(isPlain ? 4 : 2);
        if (isJson || quotes == 0) {
            boolean isBare = isJson && (text.equals("true") || text.equals("42"));
            return isBare ? text : '"' + text.replace("\"", "\\\"") + '"';
        }
        return quotes == 1 ? "'" + text.replace("'", "''") + "'" : text;
    }

    private String above(String indent) {
        String blank = random.nextInt(12) == 0 ? lineBreak : "";
        return blank + (hasComment() ? comment(indent) + lineBreak : "");
    }

    private String behind() {
        return hasComment() ? comment(" ") : random.nextInt(12) == 0 && commentsInTen > 0 ? " " : "";
    }

    private boolean hasComment() {
        return random.nextInt(10) < commentsInTen;
    }

    private String comment(String blank) {
        return blank + "# note " + ++comments + ".";
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> mapping && mapping.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
