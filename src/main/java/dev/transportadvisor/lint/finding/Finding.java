package dev.transportadvisor.lint.finding;

import dev.transportadvisor.diagnostic.Diagnostic.Spot;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a check found, before a rule gives it its name.
 *
 * @param severity where it differs from the rule's
 * @param remedies changes that together make it go away, in order; none where nothing can be done safely
 * @param others further places of the same cause
 * @param count how many findings it stands for: 1, or itself and others like it, which are not listed
 * @param advice what to do in this case, where the rule speaks of several
 */
public record Finding(
        String pointer,
        Span span,
        String message,
        Optional<Severity> severity,
        List<Remedy> remedies,
        List<Spot> others,
        int count,
        Optional<String> advice) {

    /** What a sentence names at most. */
    private static final int MOST_LINES = 5;

    /** A finding about one place. */
    public Finding(
            String pointer, Span span, String message, Optional<Severity> severity, List<Remedy> remedies) {
        this(pointer, span, message, severity, remedies, List.of(), 1, Optional.empty());
    }

    /** At a value, as severe as the rule says. */
    public static Finding at(Field field, String message) {
        return new Finding(field.pointer(), field.place(), message, Optional.empty(), List.of());
    }

    /** At a value, with a rule's words about it. */
    public static Finding of(Field field, String template) {
        return of(field, template, Map.of());
    }

    /** @param words what to put into the template beside the value, by the name of its place */
    public static Finding of(Field field, String template, Map<String, String> words) {
        return at(field, Message.fill(template, field, words));
    }

    /** At the key that a value stands behind. */
    public static Finding atKey(Field field, String message) {
        Span span = field.key().map(ScalarNode::span).orElseGet(field::place);
        return new Finding(field.pointer(), span, message, Optional.empty(), List.of());
    }

    /** The same, no more than a note: what is known does not justify more. */
    public Finding asNote() {
        return as(Severity.NOTE);
    }

    /** The same, with a severity of its own. */
    public Finding as(Severity own) {
        return new Finding(pointer, span, message, Optional.of(own), remedies, others, count, advice);
    }

    /** The same, with one more sentence. */
    public Finding because(String sentence) {
        return new Finding(pointer, span, message + " " + sentence, severity, remedies, others, count, advice);
    }

    /** The same, with changes that together make it go away. */
    public Finding with(List<Remedy> changes) {
        return new Finding(pointer, span, message, severity, changes, others, count, advice);
    }

    /** The same in place of several like it. */
    public Finding standingFor(int several) {
        return new Finding(pointer, span, message, severity, remedies, others, several, advice);
    }

    /** The same, about further values, too. */
    public Finding andOf(List<Field> fields) {
        List<Spot> more =
                fields.stream().map(field -> new Spot(field.pointer(), field.place())).toList();
        return new Finding(pointer, span, message, severity, remedies, more, count, advice);
    }

    /**
     * The same, about further values, too, of which a sentence tells the lines.
     *
     * @param fields none, where there is only one place
     * @param sentence {@code {lines}} stands for {@code line 4} or {@code lines 4, 7}
     */
    public Finding andOf(List<Field> fields, String sentence) {
        return fields.isEmpty()
                ? this
                : because(sentence.replace("{lines}", lines(fields))).andOf(fields);
    }

    private static String lines(List<Field> fields) {
        List<String> lines = fields.stream()
                .map(field -> field.place().start().line())
                .sorted()
                .distinct()
                .map(String::valueOf)
                .toList();
        String first = lines.stream().limit(MOST_LINES).collect(Collectors.joining(", "));
        return (lines.size() == 1 ? "line " : "lines ") + first + (lines.size() > MOST_LINES ? " …" : "");
    }

    /** The same, with what to do in this case; without, what the rule says. */
    public Finding advising(Optional<String> order) {
        return new Finding(pointer, span, message, severity, remedies, others, count, order);
    }
}
