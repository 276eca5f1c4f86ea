package dev.transportadvisor.decision.table;

import java.math.BigDecimal;

/** An answer to one question; an answer that is not known is no value at all. */
public sealed interface Value {

    /** The value as it stands in an answers file. */
    String text();

    /** One of the words that a question allows. */
    record Word(String text) implements Value {

        /** Written out, since Java puts a record's own together when it is first called, which a short run notices. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Word word && text.equals(word.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** A number; equal numbers have equal representations, so 3 and 3.0 are the same value. */
    record Quantity(BigDecimal number) implements Value {

        public Quantity {
            number = number.stripTrailingZeros();
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }
}
