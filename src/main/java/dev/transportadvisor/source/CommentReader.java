package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Finds the comments of a YAML document. SnakeYAML's own processing of comments refuses documents that it otherwise
 * reads, such as one with a comment behind an anchor; so this looks between the scalars that its scanner finds.
 */
public final class CommentReader {

    /** What ends a line, and with it a comment, in YAML 1.1. */
    private static final String BREAKS = "\r\n\u0085\u2028\u2029";

    private final SourceFile file;
    private final String text;
    private final List<Comment> comments = new ArrayList<>();

    /** The line of the last comment, and whether it begins with one: what ends a comment need not end its line. */
    private int line;

    private boolean beginsWithComment;

    private CommentReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * The comments of a file that {@link DocumentReader} could read, in the order of the text; JSON has none.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException if the file is not well-formed
     */
    public static List<Comment> read(SourceFile file) {
        return DocumentReader.isJson(file) ? List.of() : new CommentReader(file).read();
    }

    private List<Comment> read() {
        int at = 0;
        Scanner scanner = new ScannerImpl(new StreamReader(text), new LoaderOptions());
        while (scanner.checkToken()) {
            Token token = scanner.getToken();
            if (token instanceof ScalarToken scalar) {
                between(at, contentStart(scalar));
                at = offset(scalar.getEndMark().getIndex());
            }
        }
        between(at, text.length());
        return comments;
    }

    /** The text of a block scalar begins below its header, which may end with a comment. */
    private int contentStart(ScalarToken scalar) {
        int start = offset(scalar.getStartMark().getIndex());
        return switch (scalar.getStyle()) {
            case LITERAL, FOLDED -> lineEnd(start);
            default -> start;
        };
    }

    private int offset(int codePoints) {
        return file.positionOfCodePoint(codePoints).offset();
    }

    private void between(int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '#' && beginsComment(at)) {
                int lineEnd = lineEnd(at);
                comments.add(comment(at, lineEnd));
                at = lineEnd;
            }
        }
    }

    private boolean beginsComment(int at) {
        return at == 0 || " \t".indexOf(text.charAt(at - 1)) >= 0 || BREAKS.indexOf(text.charAt(at - 1)) >= 0;
    }

    private int lineEnd(int start) {
        int at = start;
        while (at < text.length() && BREAKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private Comment comment(int start, int end) {
        Position position = file.position(start);
        if (position.line() != line) {
            line = position.line();
            beginsWithComment = file.line(line).stripLeading().startsWith("#");
        }
        return new Comment(
                text.substring(start + 1, end).strip(),
                new Span(position, file.position(end)),
                beginsWithComment);
    }
}
