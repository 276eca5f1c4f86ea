package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with a JSON parser, since YAML parsers refuse legal escapes such as {@code \/}. */
final class JsonDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private final SourceFile file;

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
            throw new InputException(location(e.getLocation()), "Not valid JSON: " + firstSentence(e) + ".");
        }
    }

    private Node value(JsonParser parser, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, enter(parser, depth));
            case START_ARRAY -> sequence(parser, enter(parser, depth));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser, ScalarNode.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser, ScalarNode.Kind.BOOLEAN);
            case VALUE_NULL -> scalar(parser, ScalarNode.Kind.NULL);
            default -> scalar(parser, ScalarNode.Kind.TEXT);
        };
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
            ScalarNode key = scalar(parser, ScalarNode.Kind.TEXT);
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

    private static String firstSentence(JacksonException e) {
        String message = Quoted.visible(e.getOriginalMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
