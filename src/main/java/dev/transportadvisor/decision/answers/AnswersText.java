package dev.transportadvisor.decision.answers;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import dev.transportadvisor.source.YamlScalar;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The YAML text of an answers file, and what becomes of it when an answer changes: the value is
 * replaced at its place, or a line is added, and the rest stays as it is, byte for byte.
 */
public final class AnswersText {

    private static final String BOT = "bot";

    private final SourceFile file;

    private AnswersText(SourceFile file) {
        this.file = file;
    }

    /** A file that names the bot and says nothing else. */
    public static AnswersText naming(String botName, String path) {
        return new AnswersText(new SourceFile(path, "schema: 1\n" + BOT + ":\n  name: " + botName + "\n"));
    }

    /**
     * @param file YAML that {@link AnswersReader} accepts
     * @throws InputException if the file uses aliases: a change of one value would change others
     */
    public static AnswersText of(SourceFile file) {
        int behind = 0;
        for (ScalarNode scalar : scalars(DocumentReader.read(file)).toList()) {
            // What stands behind an alias has the place of its anchor, further up.
            if (scalar.span().start().offset() < behind) {
                throw new InputException(
                        file.location(scalar.span()),
                        "An alias stands for this, so it cannot be edited alone. Spell out what the alias stands for.");
            }
            behind = scalar.span().end().offset();
        }
        return new AnswersText(file);
    }

    private static Stream<ScalarNode> scalars(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream()
                    .flatMap(entry -> Stream.concat(Stream.of(entry.key()), scalars(entry.value())));
        }
        return node instanceof ScalarNode scalar ? Stream.of(scalar) : Stream.empty();
    }

    public String text() {
        return file.text();
    }

    /** The text with an answer; empty is written as {@code unknown}, since the question was asked. */
    public AnswersText with(InputClause input, Optional<Value> value) {
        return with(input.section().key(), input.id(), Answers.text(value));
    }

    public AnswersText withName(String name) {
        return with(BOT, "name", name);
    }

    /** The text with a summary; an empty one is not written where there was none. */
    public AnswersText withSummary(String summary) {
        boolean isNew = root().get(BOT)
                .map(MappingNode.class::cast)
                .flatMap(bot -> bot.get("summary"))
                .isEmpty();
        return summary.isEmpty() && isNew ? this : with(BOT, "summary", summary);
    }

    public AnswersText withLanguage(String language) {
        return with(BOT, "language", language);
    }

    private AnswersText with(String section, String key, String value) {
        Optional<Node> node = root().get(section);
        if (node.isEmpty()) {
            return inserted(root(), new YamlEntry(section, Optional.of(key), value));
        }
        YamlEntry entry = new YamlEntry(key, Optional.empty(), value);
        if (!(node.get() instanceof MappingNode mapping)) {
            return begun(node.get().span(), entry);
        }
        return mapping.entries().stream()
                .filter(known -> known.key().text().equals(key))
                .findFirst()
                .map(known -> replaced(known, value))
                .orElseGet(() -> inserted(mapping, entry));
    }

    /** A section behind whose key nothing stands, or {@code ~}, gets its first entry; a comment behind it stays. */
    private AnswersText begun(Span nothing, YamlEntry entry) {
        int start = nothing.start().offset();
        int end = nothing.end().offset();
        return edited(start, end, (start == end ? " {" : "{") + entry.inFlow() + "}");
    }

    private AnswersText replaced(MappingNode.Entry entry, String value) {
        Span span = entry.value().span();
        String old = text().substring(span.start().offset(), span.end().offset());
        return edited(span.start().offset(), span.end().offset(), YamlScalar.inPlaceOf(old, value));
    }

    private AnswersText inserted(MappingNode mapping, YamlEntry entry) {
        int start = mapping.span().start().offset();
        if (text().startsWith("{", start)) {
            int at = mapping.entries().isEmpty() ? start + 1 : endOfLast(mapping);
            return edited(at, at, (mapping.entries().isEmpty() ? "" : ", ") + entry.inFlow());
        }
        int at = endOfLine(endOfText(endOfLast(mapping)));
        int indent = mapping.entries().get(0).key().span().start().column() - 1;
        return edited(at, at, lineBreak() + entry.inBlock(" ".repeat(indent), lineBreak()));
    }

    private AnswersText edited(int start, int end, String replacement) {
        return new AnswersText(
                new SourceFile(file.path(), text().substring(0, start) + replacement + text().substring(end)));
    }

    private MappingNode root() {
        return (MappingNode) DocumentReader.read(file);
    }

    private static int endOfLast(MappingNode mapping) {
        Node last = mapping.entries().get(mapping.entries().size() - 1).value();
        return last.span().end().offset();
    }

    /** In front of the line breaks that a block of text ends with. */
    private int endOfText(int offset) {
        int at = offset;
        while (Character.isWhitespace(text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int endOfLine(int offset) {
        int at = offset;
        while (at < text().length() && "\r\n".indexOf(text().charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private String lineBreak() {
        int end = endOfLine(0);
        return end == text().length() ? "\n" : text().startsWith("\r\n", end) ? "\r\n" : text().substring(end, end + 1);
    }
}
