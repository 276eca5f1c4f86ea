package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.Secrets;
import dev.transportadvisor.source.Comment;
import dev.transportadvisor.source.CommentReader;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Suppressions that stand in a YAML file, such as {@code # advisor:ignore tunnel-url until 2027-01-31 -- reason}.
 * Behind a value such a comment is about the findings on its line; alone on its line, about those on the next line
 * that is no comment. Several rules are separated by commas.
 */
final class SuppressionComments {

    private static final String MARK = "advisor:";
    private static final String FORM = "Write `# advisor:ignore <rule> -- reason`.";

    /** No line of a file that people read is as long, and the pattern cannot take one of any length. */
    private static final int MOST_CHARACTERS = 2_000;

    private static final Pattern DIRECTIVE = Pattern.compile(
            "advisor:ignore\\s+(?<rules>[^\\s,]+(?:\\s*,\\s*[^\\s,]+)*)(?:\\s+until\\s+(?<until>\\S+))?"
                    + "(?:\\s+--(?:\\s+(?<reason>.*))?)?");

    private final RuleCatalog catalog;
    private final SourceFile file;

    /** For each line that holds only a comment, the next that holds something else. */
    private final Map<Integer, Integer> behindComments = new HashMap<>();

    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SuppressionComments(RuleCatalog catalog, SourceFile file) {
        this.catalog = catalog;
        this.file = file;
    }

    /** Those of a file that could be read, without the secrets that may stand beside them. */
    static SuppressionComments of(RuleCatalog catalog, SourceFile file) {
        if (!file.text().contains(MARK)) {
            return new SuppressionComments(catalog, file);
        }
        Secrets secrets = catalog.facts().secrets().in(file);
        SuppressionComments found = new SuppressionComments(catalog, secrets.shownFile());
        List<Comment> comments = CommentReader.read(file);
        found.findLinesBehind(comments);
        comments.stream()
                .filter(comment -> comment.text().startsWith(MARK))
                .map(comment -> new Comment(
                        secrets.masked(comment.text(), comment.span()), comment.span(), comment.isAlone()))
                .forEach(found::read);
        return found;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    /** By the line that each is about. */
    Map<Integer, List<Suppression>> byLine() {
        return suppressions.stream()
                .collect(Collectors.groupingBy(
                        suppression -> ((Suppression.Line) suppression.scope()).number()));
    }

    /** What cannot be understood, and so hides nothing. */
    List<Problem> problems() {
        return problems;
    }

    private void read(Comment comment) {
        Matcher directive = DIRECTIVE.matcher(comment.text());
        Location location = file.location(comment.span());
        if (comment.text().length() > MOST_CHARACTERS || !directive.matches()) {
            problem(location, "This comment is no suppression. " + FORM);
        } else if (directive.group("reason") == null) {
            problem(location, "This suppression gives no reason, so it hides nothing. " + FORM);
        } else {
            read(comment, directive, location);
        }
    }

    private void read(Comment comment, Matcher directive, Location location) {
        Optional<LocalDate> until = Optional.empty();
        if (directive.group("until") != null) {
            until = date(directive.group("until"));
            if (until.isEmpty()) {
                problem(location, noDate(directive.group("until")));
                return;
            }
        }
        for (String rule : directive.group("rules").split("\\s*,\\s*")) {
            if (catalog.descriptor(rule).isEmpty()) {
                problem(location, catalog.unknown(rule));
            } else {
                suppressions.add(new Suppression(
                        rule, new Suppression.Line(target(comment)), directive.group("reason"), until, location));
            }
        }
    }

    /** From the last comment to the first, so that each takes the word of the one below it. */
    private void findLinesBehind(List<Comment> comments) {
        for (int i = comments.size() - 1; i >= 0; i--) {
            int line = lineOf(comments.get(i));
            if (comments.get(i).isAlone()) {
                behindComments.put(line, behindComments.getOrDefault(line + 1, line + 1));
            }
        }
    }

    private int target(Comment comment) {
        int line = lineOf(comment);
        return behindComments.getOrDefault(line, line);
    }

    private static int lineOf(Comment comment) {
        return comment.span().start().line();
    }

    private void problem(Location location, String message) {
        problems.add(new Problem(Optional.of(location), message));
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String noDate(String text) {
        return Quoted.of(text) + " is no date. Write it as 2027-01-31.";
    }
}
