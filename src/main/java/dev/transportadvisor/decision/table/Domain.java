package dev.transportadvisor.decision.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answers that a question allows, besides {@code unknown}, which every question allows. */
public sealed interface Domain {

    /** The value that a text stands for; empty if the domain does not allow it. */
    Optional<Value> parse(String text);

    /** The answers as a file spells them, for "allowed" in messages. */
    List<String> allowed();

    /**
     * One of a few words, in the order in which they are offered.
     *
     * @param synonyms other words that can only mean one of them, such as {@code yes} for {@code true}
     */
    record Words(List<Meaning> meanings, Map<String, String> synonyms) implements Domain {

        /** A word and what choosing it means. */
        public record Meaning(String word, String means) {}

        public Words {
            meanings = List.copyOf(meanings);
            synonyms = Map.copyOf(synonyms);
        }

        @Override
        public Optional<Value> parse(String text) {
            String word = synonyms.getOrDefault(text, text);
            return allowed().contains(word) ? Optional.of(new Value.Word(word)) : Optional.empty();
        }

        @Override
        public List<String> allowed() {
            return meanings.stream().map(Meaning::word).toList();
        }
    }

    /**
     * A number, written without sign or exponent.
     *
     * @param min the smallest that is allowed
     * @param whole whether it counts things, so that fractions make no sense
     */
    record Numbers(BigDecimal min, boolean whole) implements Domain {

        /** The least by which two numbers can differ. */
        public static final BigDecimal FINEST = new BigDecimal("0.000001");

        private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
        private static final Pattern INTEGER = Pattern.compile("[0-9]{1,12}");

        @Override
        public Optional<Value> parse(String text) {
            if (!(whole ? INTEGER : DECIMAL).matcher(text).matches()) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(text);
            return number.compareTo(min) < 0 ? Optional.empty() : Optional.of(new Value.Quantity(number));
        }

        @Override
        public List<String> allowed() {
            return List.of((whole ? "a whole number" : "a number") + " from " + min.toPlainString() + " up ("
                    + (whole ? "12 digits at most)" : "at most 12 digits before the point and 6 after it)"));
        }
    }
}
