package dev.transportadvisor.lint.check;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A question about a manifest. */
sealed interface FieldTest {

    /** @param item the value that the check looks at */
    Truth of(Field document, Field item);

    /** Whether the answer is the same for every value that a check looks at. */
    default boolean isOfDocument() {
        return this instanceof All all
                ? all.tests.stream().allMatch(FieldTest::isOfDocument)
                : this instanceof OfValues values && values.paths.stream().allMatch(FieldPath::isAbsolute);
    }

    /**
     * Places without which a check finds nothing, as {@link Check#places} has them.
     *
     * @param each the values that it looks at one by one; none for the document as a whole
     * @param when what must hold besides; all of it
     */
    static List<List<FieldPath>> places(List<FieldPath> each, List<FieldTest> when) {
        Stream<List<FieldPath>> first = each.isEmpty() ? Stream.empty() : Stream.of(each);
        return Stream.concat(first, when.stream().flatMap(FieldTest::places)).toList();
    }

    /** Where something must stand for the answer to be yes. */
    private Stream<List<FieldPath>> places() {
        if (this instanceof All all) {
            return all.tests.stream().flatMap(FieldTest::places);
        }
        return this instanceof OfValues values && isOfDocument() && !(values.predicate instanceof Predicate.Not)
                ? Stream.of(values.paths)
                : Stream.empty();
    }

    /** Whether all of these hold. */
    record All(List<FieldTest> tests) implements FieldTest {

        @Override
        public Truth of(Field document, Field item) {
            return Truth.ofAll(tests.stream().map(test -> test.of(document, item)).toList());
        }
    }

    /**
     * A question about the values that some paths name.
     *
     * @param paths from the document, or from the value that a check looks at
     * @param predicate what is asked of all these values together
     */
    record OfValues(List<FieldPath> paths, Predicate predicate) implements FieldTest {

        @Override
        public Truth of(Field document, Field item) {
            List<Field> fields = new ArrayList<>();
            for (FieldPath path : paths) {
                fields.addAll(path.in(path.isAbsolute() ? document : item));
            }
            return predicate.of(fields);
        }
    }

    /** What can be asked. */
    sealed interface Predicate {

        /** Whether a value that is not nothing, and no empty list or mapping, is there. */
        record Present() implements Predicate {}

        /** Whether some value is the given one: {@code true} or {@code false}. */
        record Is(boolean flag) implements Predicate {}

        /** Whether some value's text is one of these. In a pattern, {@code *} stands for any characters. */
        record Has(List<String> patterns) implements Predicate {}

        record Not(Predicate negated) implements Predicate {}

        default Truth of(List<Field> fields) {
            if (this instanceof Not not) {
                return not.negated.of(fields).negated();
            }
            Truth truth = Truth.NO;
            for (Field field : fields) {
                if (field.isPlaceholder()) {
                    truth = Truth.UNKNOWN;
                } else if (holds(field)) {
                    return Truth.YES;
                }
            }
            return truth;
        }

        private boolean holds(Field field) {
            if (this instanceof Is is) {
                return field.flag().equals(Optional.of(is.flag));
            } else if (this instanceof Has has) {
                return field.text()
                        .filter(text -> has.patterns.stream().anyMatch(pattern -> matches(pattern, text)))
                        .isPresent();
            }
            return !field.isNothing() && !field.isEmpty();
        }
    }

    static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return text.equals(pattern);
        }
        return text.startsWith(pattern.substring(0, star))
                && matchesBehindStar(pattern.substring(star + 1), text.substring(star));
    }

    /** The first place where the next part fits is as good as any later one. */
    private static boolean matchesBehindStar(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return text.endsWith(pattern);
        }
        int found = text.indexOf(pattern.substring(0, star));
        return found >= 0 && matchesBehindStar(pattern.substring(star + 1), text.substring(found + star));
    }
}
