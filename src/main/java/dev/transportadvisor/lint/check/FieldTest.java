package dev.transportadvisor.lint.check;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A question about a manifest. */
sealed interface FieldTest {

    /** @param item the value that the check looks at */
    Truth of(Field document, Field item);

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
        String rest = pattern.substring(star + 1);
        return text.startsWith(pattern.substring(0, star))
                && (rest.isEmpty()
                        || IntStream.rangeClosed(star, text.length())
                                .anyMatch(from -> matches(rest, text.substring(from))));
    }
}
