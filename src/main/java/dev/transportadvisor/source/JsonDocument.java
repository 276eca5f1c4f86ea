package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with a JSON parser, since YAML parsers refuse legal escapes such as {@code \/}. */
final class JsonDocument {

    /**
     * The size of the file and the nesting are limited here; the parser's own limits, on the length
     * of a name or number and on names that collide in its table, are reported without a place.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    /** What the parser tells programmers: where its source came from, and its own switches. */
    private static final Pattern INTERNALS =
            Pattern.compile(" \\((?:start marker|for \\w+ starting) .*|: maybe a .*|: enable `.*");

    private static final Pattern BRACKET_FOR_ENTRY =
            Pattern.compile("Unexpected character \\('[]}]'.*(?:a valid value|to start property name).*");

    private final SourceFile file;
    private int values;

    JsonDocument(SourceFile file) {
        this.file = file;
    }

    Node read() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file.text())) {
            if (parser.nextToken() == null) {
                throw new InputException(file.path() + " is empty.");
            }
            Node root = value(parser, 0);
            if (parser.nextToken() != null) {
                throw new InputException(here(parser), "A second JSON value follows the document. Remove it.");
            }
            return root;
        } catch (JacksonException e) {
            throw new InputException(location(e.getLocation()), sentence(e));
        }
    }

    private Node value(JsonParser parser, int depth) {
        count(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, enter(parser, depth));
            case START_ARRAY -> sequence(parser, enter(parser, depth));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser, ScalarNode.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser, ScalarNode.Kind.BOOLEAN);
            case VALUE_NULL -> scalar(parser, ScalarNode.Kind.NULL);
            default -> scalar(parser, ScalarNode.Kind.TEXT);
        };
    }

    private void count(JsonParser parser) {
        values++;
        if (values > DocumentReader.MAX_VALUES) {
            throw new InputException(here(parser), DocumentReader.TOO_MANY);
        }
    }

    private int enter(JsonParser parser, int depth) {
        if (depth == DocumentReader.MAX_NESTING) {
            throw new InputException(here(parser), YamlDocument.TOO_DEEP);
        }
        return depth + 1;
    }

    private MappingNode mapping(JsonParser parser, int depth) {
        Position start = start(parser);
        List<MappingNode.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            ScalarNode key = key(parser);
            parser.nextToken();
            entries.add(new MappingNode.Entry(key, value(parser, depth)));
        }
        return new MappingNode(entries, new Span(start, end(parser)));
    }

    private SequenceNode sequence(JsonParser parser, int depth) {
        Position start = start(parser);
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth));
        }
        return new SequenceNode(items, new Span(start, end(parser)));
    }

    private ScalarNode key(JsonParser parser) {
        count(parser);
        Position start = start(parser);
        // Behind a name the parser has already read on to the value, so it cannot tell where the name ended.
        Position end = file.position(closingQuote(start.offset()) + 1);
        return new ScalarNode(parser.currentName(), ScalarNode.Kind.TEXT, new Span(start, end));
    }

    private int closingQuote(int openingQuote) {
        int at = openingQuote + 1;
        while (file.text().charAt(at) != '"') {
            at += file.text().charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private ScalarNode scalar(JsonParser parser, ScalarNode.Kind kind) {
        Position start = start(parser);
        // The parser reads to the end of a text only when it is asked for it, so the end comes second.
        String text = parser.getString();
        return new ScalarNode(text, kind, new Span(start, end(parser)));
    }

    private Position start(JsonParser parser) {
        return position(parser.currentTokenLocation());
    }

    private Position end(JsonParser parser) {
        return position(parser.currentLocation());
    }

    private Location here(JsonParser parser) {
        return location(parser.currentTokenLocation());
    }

    private Location location(TokenStreamLocation location) {
        Position at = location == null ? file.position(0) : position(location);
        return file.location(new Span(at, at));
    }

    private Position position(TokenStreamLocation location) {
        long offset = Math.max(0, location.getCharOffset());
        return file.position((int) Math.min(offset, file.text().length()));
    }

    private static String sentence(JacksonException e) {
        String problem = INTERNALS.matcher(e.getOriginalMessage()).replaceFirst("");
        return "Not valid JSON: " + Quoted.shortened(problem) + "." + remedy(problem);
    }

    private static String remedy(String problem) {
        if (problem.startsWith("Unexpected character ('/'")) {
            return " JSON has no comments.";
        } else if (BRACKET_FOR_ENTRY.matcher(problem).matches()) {
            return " JSON allows no comma behind the last entry.";
        }
        return "";
    }
}
