package dev.transportadvisor.source;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML through SnakeYAML's <em>compose</em>, which keeps marks and duplicate keys and never
 * constructs a Java object.
 */
final class YamlDocument {

    static final String TOO_DEEP =
            "Nested deeper than " + DocumentReader.MAX_NESTING + " levels. Flatten the document.";

    private static final String SPACE_IN_TAG =
            "Not valid YAML: a tag neither begins nor ends with a space or a control character. Leave the tag out.";

    /** Tells what a plain scalar is: text, a number, a boolean or nothing. */
    static final Resolver RESOLVER = new Resolver();

    /** SnakeYAML's advice on every character that begins no value, though only tabs indent. */
    private static final String DO_NOT_INDENT = "\\. \\(Do not use .*? for indentation\\)";

    private static final String UNSEEN_BREAKS = "\u0085\u2028\u2029";

    private final SourceFile file;

    YamlDocument(SourceFile file) {
        this.file = file;
    }

    Node read() {
        org.yaml.snakeyaml.nodes.Node root = compose();
        if (root == null) {
            throw new InputException(file.path() + " is empty.");
        }
        return new YamlConverter(file).convert(root);
    }

    private org.yaml.snakeyaml.nodes.Node compose() {
        try {
            // What `new Yaml().compose` does, without what it makes to construct and to write Java objects.
            LoaderOptions options = options();
            return new Composer(new BoundedParser(options), RESOLVER, options).getSingleNode();
        } catch (MarkedYAMLException e) {
            Location place = location(markOf(e));
            throw new InputException(place, sentence(e) + unseenBreak(place));
        } catch (ReaderException e) {
            throw new InputException(
                    location(e.getPosition()),
                    ("Not valid YAML: the character U+%04X is not allowed. Remove it or write it as an escape in double"
                                    + " quotes.")
                            .formatted(e.getCodePoint()));
        } catch (NumberFormatException e) {
            // SnakeYAML looks for the digits of an escape such as \x41 without asking whether the text goes on.
            throw new InputException(
                    location(file.text().codePointCount(0, file.text().length())),
                    "Not valid YAML: the text ends inside an escape. Close the double quotes.");
        } catch (YAMLException | IllegalArgumentException e) {
            throw placed(e);
        }
    }

    /** Stops at too many values, before all are made into nodes. */
    private final class BoundedParser extends ParserImpl {

        private int values;

        BoundedParser(LoaderOptions options) {
            super(new StreamReader(new StringReader(file.text())), options);
        }

        @Override
        public Event getEvent() {
            Event event = super.getEvent();
            values += event instanceof NodeEvent ? 1 : 0;
            if (values > DocumentReader.MAX_VALUES) {
                throw new InputException(location(event.getStartMark()), DocumentReader.TOO_MANY);
            }
            return event;
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DocumentReader.MAX_NESTING);
        // Aliases and tags are judged by the converter, which knows their places; to compose them is harmless.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setTagInspector(tag -> true);
        return options;
    }

    private static Mark markOf(MarkedYAMLException e) {
        return e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    }

    private static String sentence(MarkedYAMLException e) {
        String problem = e.getProblem().replaceFirst(DO_NOT_INDENT, "");
        String text = withContext(problem, e.getContext()).replaceAll("\\s+", " ");
        return "Not valid YAML: " + Quoted.shortened(text) + "." + remedy(problem);
    }

    private static String withContext(String problem, String context) {
        if (context == null) {
            return problem;
        }
        return context.startsWith("while") ? problem + " " + context : context + ", " + problem;
    }

    /** What to do about the slips that are common in manifests. */
    private static String remedy(String problem) {
        if (problem.contains("\\t(TAB)")) {
            return " Indent with spaces, not with tabs.";
        } else if (problem.endsWith("cannot start any token")) {
            return " Put a value that begins with it in quotes.";
        } else if (problem.startsWith("mapping values are not allowed")) {
            return " Put a value that holds `: ` in quotes, and line up the keys.";
        } else if (problem.equals("but found another document")) {
            return " Put each document into a file of its own.";
        } else if (problem.startsWith("expected <block end>")) {
            return " Put a value that begins with `[` or `{` in quotes, and line up the keys.";
        }
        return "";
    }

    /** YAML 1.1 breaks lines where editors show no break (https://yaml.org/spec/1.1/, section 4.1.4). */
    private String unseenBreak(Location place) {
        Position at = place.span().start();
        return file.line(at.line())
                .codePoints()
                .limit(at.column() - 1L)
                .filter(point -> UNSEEN_BREAKS.indexOf(point) >= 0)
                .mapToObj(" The line holds U+%04X, which YAML takes for the end of a line."::formatted)
                .findFirst()
                .orElse("");
    }

    /** Finds the place of what SnakeYAML reports without one: nesting, tags, now and then a key where none fits. */
    private InputException placed(RuntimeException withoutPlace) {
        int depth = 0;
        int last = 0;
        try {
            for (Event event : new Yaml(options()).parse(new StringReader(file.text()))) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > DocumentReader.MAX_NESTING) {
                    return new InputException(location(event.getStartMark()), TOO_DEEP);
                } else if (!tag(event).equals(tag(event).trim())) {
                    return new InputException(location(event.getStartMark()), SPACE_IN_TAG);
                }
                last = event.getEndMark().getIndex();
            }
        } catch (YAMLException e) {
            // The same again, behind the last event.
        }
        return new InputException(
                location(last),
                "Not valid YAML: " + Quoted.shortened(withoutPlace.getMessage())
                        + ". Line up the keys and close the quotes from here on.");
    }

    private static String tag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        return tag == null ? "" : tag;
    }

    private Location location(Mark mark) {
        return location(mark.getIndex());
    }

    private Location location(int codePoint) {
        Position at = file.positionOfCodePoint(codePoint);
        return file.location(new Span(at, at));
    }
}
