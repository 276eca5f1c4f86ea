package dev.transportadvisor.decision.table;

import java.math.BigDecimal;
import java.util.List;

/** A test on the answer to one question: what DMN calls a unary test. */
public sealed interface InputEntry {

    boolean matches(Value value);

    /** The test as the table spells it. */
    String text();

    /** The answer is one of these words. */
    record OneOf(List<Value.Word> words) implements InputEntry {

        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean matches(Value value) {
            return words.contains(value);
        }

        @Override
        public String text() {
            return String.join(" or ", words.stream().map(Value.Word::text).toList());
        }
    }

    /** The answer is a number on one side of a threshold. */
    record Compared(Operator operator, BigDecimal threshold) implements InputEntry {

        public enum Operator {
            LESS("<"),
            AT_MOST("<="),
            MORE(">"),
            AT_LEAST(">=");

            private final String sign;

            Operator(String sign) {
                this.sign = sign;
            }

            String sign() {
                return sign;
            }
        }

        /** The lower of two numbers, one step apart, between which the test turns. */
        public BigDecimal turnsAfter(BigDecimal step) {
            return operator == Operator.MORE || operator == Operator.AT_MOST ? threshold : threshold.subtract(step);
        }

        @Override
        public boolean matches(Value value) {
            int side = ((Value.Quantity) value).number().compareTo(threshold);
            return switch (operator) {
                case LESS -> side < 0;
                case AT_MOST -> side <= 0;
                case MORE -> side > 0;
                case AT_LEAST -> side >= 0;
            };
        }

        @Override
        public String text() {
            return operator.sign + " " + threshold.toPlainString();
        }
    }
}
