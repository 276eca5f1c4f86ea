package dev.transportadvisor.lint.secret;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What secrets look like. */
public final class SecretShapes {

    /**
     * One kind of secret.
     *
     * @param what what it is, with its article
     * @param mark what every text that holds one holds in lower case: most texts do not, and to look for it is far
     *     quicker than to look for the pattern
     * @param pattern matches it; where it has a group, only the group is the secret
     */
    record Shape(String what, String mark, Pattern pattern) {}

    private final List<Shape> shapes;

    SecretShapes(List<Shape> shapes) {
        this.shapes = shapes;
    }

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static SecretShapes read(SourceFile file) {
        return MappingReader.document(
                "the file",
                file,
                root -> new SecretShapes(root.mappings("shapes", SecretShapes::shape).stream()
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static Optional<Shape> shape(MappingReader reader) {
        String what = reader.requiredText("what");
        String mark = reader.requiredText("mark").toLowerCase(Locale.ROOT);
        Optional<Pattern> pattern =
                reader.requiredScalar("pattern").flatMap(regex -> compiled(regex, reader.problems()));
        reader.requiredText("source");
        return pattern.map(compiled -> new Shape(what, mark, compiled));
    }

    private static Optional<Pattern> compiled(ScalarNode regex, Problems problems) {
        try {
            return Optional.of(Pattern.compile(regex.text()));
        } catch (PatternSyntaxException e) {
            problems.at(regex.span(), "Not a regular expression: " + e.getDescription() + ".");
            return Optional.empty();
        }
    }

    /** The secrets in a text, comments included, as they stand there. */
    public Secrets in(SourceFile file) {
        Secrets secrets = new Secrets(file);
        for (Shape shape : markedIn(file.text())) {
            Matcher matcher = shape.pattern.matcher(file.text());
            while (matcher.find()) {
                int group = matcher.groupCount() > 0 ? 1 : 0;
                Span span = new Span(file.position(matcher.start(group)), file.position(matcher.end(group)));
                secrets.add(span, shape.what);
            }
        }
        return secrets;
    }

    /** The kinds that may be in a text. */
    private List<Shape> markedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return shapes.stream().filter(shape -> lower.contains(shape.mark)).toList();
    }

    /** The secrets in a document: those in its text, and those that escapes hide there. */
    public Secrets in(SourceFile file, Node root) {
        Secrets secrets = in(file);
        addEscaped(root, secrets);
        return secrets;
    }

    private void addEscaped(Node node, Secrets secrets) {
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                addEscaped(entry.key(), secrets);
                addEscaped(entry.value(), secrets);
            }
        } else if (node instanceof SequenceNode list) {
            list.items().forEach(item -> addEscaped(item, secrets));
        } else if (node instanceof ScalarNode scalar
                && !secrets.isInText(scalar)
                && secrets.in(scalar.span()).isEmpty()) {
            whatIn(scalar.text()).ifPresent(what -> secrets.add(scalar.span(), what));
        }
    }

    /** A sentence from anywhere, with asterisks in place of the secrets in it. */
    public String hiding(String sentence) {
        SourceFile text = new SourceFile("", sentence);
        return in(text).masked(sentence, text.span(0, sentence.length()));
    }

    /** The same problems, without the secrets that their sentences repeat and that stand at their places. */
    public InputException hiding(InputException trouble) {
        Map<SourceFile, Secrets> known = new HashMap<>();
        return new InputException(trouble.problems().stream()
                .map(problem -> problem.location()
                        .map(place -> hiding(problem, place, known.computeIfAbsent(place.file(), this::in)))
                        .orElseGet(() -> new Problem(Optional.empty(), hiding(problem.message()))))
                .toList());
    }

    private Problem hiding(Problem problem, Location place, Secrets secrets) {
        return new Problem(
                Optional.of(secrets.shownFile().location(place.span())),
                hiding(secrets.without(problem.message())));
    }

    private Optional<String> whatIn(String text) {
        return markedIn(text).stream()
                .filter(shape -> shape.pattern.matcher(text).find())
                .map(Shape::what)
                .findFirst();
    }
}
