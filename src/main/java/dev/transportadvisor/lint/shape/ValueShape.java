package dev.transportadvisor.lint.shape;

import dev.transportadvisor.lint.finding.FieldName;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.lint.shape.ShapeFault.Kind;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.manifest.Range;
import dev.transportadvisor.manifest.TextPattern;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.Suggestion;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether one value, apart from what it holds, is what it has to be. No message repeats a value: it may be a secret in
 * the wrong place.
 */
final class ValueShape {

    /** YAML writes whole numbers in more ways than JSON; both take 2.0 for one. */
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0[xob][0-9a-fA-F_]+|[0-9][0-9_:]*(\\.0*)?)");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private static final Set<String> FLAGS = Set.of("true", "false");

    private ValueShape() {}

    static boolean isOfType(Node value, FieldType type) {
        if (type instanceof FieldType.Plain plain) {
            return switch (plain) {
                case ANYTHING -> true;
                case VALUE -> !isOfKind(value, ScalarNode.Kind.NULL);
                case FLAG -> isOfKind(value, ScalarNode.Kind.BOOLEAN);
                case MAPPING -> value instanceof MappingNode;
            };
        } else if (type instanceof FieldType.Block || type instanceof FieldType.Named) {
            return value instanceof MappingNode;
        } else if (type instanceof FieldType.Items) {
            return value instanceof SequenceNode;
        } else if (type instanceof FieldType.WholeNumber) {
            return value instanceof ScalarNode number
                    && number.kind() == ScalarNode.Kind.NUMBER
                    && WHOLE.matcher(number.text()).matches();
        }
        return isOfKind(value, ScalarNode.Kind.TEXT);
    }

    private static boolean isOfKind(Node value, ScalarNode.Kind kind) {
        return value instanceof ScalarNode scalar && scalar.kind() == kind;
    }

    static ShapeFault wrongType(Field field, FieldType type) {
        boolean isFraction = type instanceof FieldType.WholeNumber && isOfKind(field.value(), ScalarNode.Kind.NUMBER);
        String found = isFraction ? "" : ", not " + field.value().kindName();
        String message = FieldName.of(field) + " must be " + expected(type) + found + ".";
        return ShapeFault.at(Kind.WRONG_TYPE, field, message + advice(field, type));
    }

    private static String expected(FieldType type) {
        if (type instanceof FieldType.Plain plain) {
            return switch (plain) {
                case FLAG -> "true or false";
                case MAPPING -> "a mapping";
                case VALUE, ANYTHING -> "a value";
            };
        } else if (type instanceof FieldType.Block || type instanceof FieldType.Named) {
            return "a mapping";
        } else if (type instanceof FieldType.Items) {
            return "a list";
        }
        return type instanceof FieldType.WholeNumber ? "a whole number" : "text";
    }

    private static String advice(Field field, FieldType type) {
        boolean isText = type instanceof FieldType.Text || type instanceof FieldType.Words;
        if (field.pointer().isEmpty()) {
            return "";
        } else if (field.isNothing()) {
            return field.key().isPresent() ? " Put something behind the key, or remove it." : " Remove the entry.";
        } else if (isText && field.value() instanceof ScalarNode) {
            return " Put it in quotes.";
        }
        return isInQuotes(field.value(), type) ? " Leave the quotes out." : "";
    }

    private static boolean isInQuotes(Node value, FieldType type) {
        return value instanceof ScalarNode scalar
                && scalar.kind() == ScalarNode.Kind.TEXT
                && (type == FieldType.Plain.FLAG && FLAGS.contains(scalar.text())
                        || type instanceof FieldType.WholeNumber
                                && WHOLE.matcher(scalar.text()).matches());
    }

    static ShapeFault wrongCount(Field field, int count, Range allowed) {
        String message = FieldName.of(field) + size(count, allowed, "entry", "entries");
        String difference = counted(distance(count, allowed), "entry", "entries");
        String advice = count > allowed.most()
                ? "Remove " + difference + "."
                : count == 0 ? "Add an entry, or remove the key." : "Add " + difference + ".";
        return ShapeFault.at(Kind.ITEM_COUNT, field, message).advising(advice);
    }

    /** Adds what is wrong with a single value of the right type. */
    static void check(Field field, FieldType type, Predicate<String> isBlankUrl, ShapeFaults faults) {
        if (type instanceof FieldType.Text text) {
            checkText(field, text, isBlankUrl, faults);
        } else if (type instanceof FieldType.Words words && !words.words().contains(field.text().orElse(""))) {
            faults.add(Kind.INVALID_VALUE, () -> wrongWord(field, words));
        } else if (type instanceof FieldType.WholeNumber whole && !isIn(field, whole.range())) {
            faults.add(Kind.INVALID_VALUE, () -> wrongNumber(field, whole.range()));
        }
    }

    /** Whatever comes into the place of a placeholder, what stands around it can be too long already. */
    static void checkAroundPlaceholder(Field field, FieldType type, ShapeFaults faults) {
        if (type instanceof FieldType.Text text) {
            String fixed = Placeholder.fixedPart(field.text().orElse(""));
            int length = fixed.codePointCount(0, fixed.length());
            if (length > text.length().most()) {
                faults.add(Kind.TEXT_LENGTH, () -> wrongLength(field, length, text));
            }
        }
    }

    private static ShapeFault wrongLength(Field field, int length, FieldType.Text type) {
        Range allowed = type.length();
        String message = FieldName.of(field) + size(length, allowed, "character", "characters");
        String difference = counted(distance(length, allowed), "character", "characters");
        String advice = length > allowed.most()
                ? "Shorten the text by " + difference + "."
                : length == 0
                        ? "Write a text, or remove the key if it may be left out."
                        : "Lengthen the text by " + difference + ", or remove the key if it may be left out.";
        return ShapeFault.at(Kind.TEXT_LENGTH, field, message).advising(advice);
    }

    private static int distance(int size, Range allowed) {
        return size > allowed.most() ? size - allowed.most() : allowed.least() - size;
    }

    /** The pattern is left out where the length is wrong: one fault is enough, and no pattern meets a huge text. */
    private static void checkText(
            Field field, FieldType.Text type, Predicate<String> isBlankUrl, ShapeFaults faults) {
        String text = field.text().orElse("");
        int length = text.codePointCount(0, text.length());
        if (!type.length().contains(length)) {
            faults.add(Kind.TEXT_LENGTH, () -> wrongLength(field, length, type));
            return;
        }
        type.pattern()
                .filter(pattern -> !pattern.matches(text))
                .filter(pattern -> !pattern.isOfUrls() || !isBlankUrl.test(text))
                .ifPresent(pattern -> faults.add(Kind.INVALID_VALUE, () -> wrongForm(field, pattern)));
    }

    private static ShapeFault wrongForm(Field field, TextPattern pattern) {
        return invalid(field, " must " + pattern.means() + ".").advising(pattern.remedy());
    }

    private static ShapeFault wrongWord(Field field, FieldType.Words type) {
        Optional<String> near = Suggestion.onlyNearest(field.text().orElse(""), type.words());
        String guess = near.map(text -> " Did you mean `" + text + "`?").orElse("");
        String allowed = Words.allOf(type.words())
                .map(all -> " must be one of " + all + "." + guess)
                .orElseGet(() -> " must be one of " + type.words().size() + " words." + guess + " "
                        + Words.lister(field.pointer()) + " lists them.");
        return invalid(field, allowed)
                .with(near.flatMap(text -> Remedy.ReplaceValue.ofSlip(field, text)))
                .advising(near.map(text -> "Write `" + text + "`, or another of the words that are allowed.")
                        .orElse("Write one of the words that are allowed."));
    }

    private static boolean isIn(Field field, Range range) {
        String number = field.text().orElse("");
        return range.equals(Range.ANY)
                || DIGITS.matcher(number).matches() && range.contains(Integer.parseInt(number));
    }

    private static ShapeFault wrongNumber(Field field, Range range) {
        return invalid(field, " must be from " + range.least() + " to " + range.most() + ".")
                .advising("Write a number in this range.");
    }

    private static ShapeFault invalid(Field field, String message) {
        return ShapeFault.at(Kind.INVALID_VALUE, field, FieldName.of(field) + message);
    }

    private static String size(int size, Range allowed, String one, String many) {
        String limit = size > allowed.most()
                ? "; at most " + allowed.most() + " are allowed."
                : "; it needs at least " + counted(allowed.least(), one, many) + ".";
        return (size == 0 ? " is empty" : " has " + counted(size, one, many)) + limit;
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
