package dev.transportadvisor.decision;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Values to try for each question: every word; of the numbers the smallest, and those on, above and below each
 * threshold.
 */
public final class AnswerSamples {

    private AnswerSamples() {}

    /** Answers of which about a third are unknown. */
    public static Answers of(DecisionTable table, Random random) {
        Answers answers = Answers.none(table);
        for (InputClause input : table.inputs()) {
            List<Value> values = candidates(table, input);
            if (random.nextInt(3) > 0) {
                answers = answers.with(input, Optional.of(values.get(random.nextInt(values.size()))));
            }
        }
        return answers;
    }

    public static List<Value> candidates(DecisionTable table, InputClause input) {
        List<Value> values = new ArrayList<>();
        if (input.domain() instanceof Domain.Numbers numbers) {
            for (BigDecimal number : beside(table, input, numbers)) {
                input.domain().parse(number.toPlainString()).ifPresent(values::add);
            }
        } else {
            input.domain().allowed().forEach(word -> values.add(new Value.Word(word)));
        }
        return values;
    }

    private static TreeSet<BigDecimal> beside(DecisionTable table, InputClause input, Domain.Numbers domain) {
        TreeSet<BigDecimal> numbers = new TreeSet<>(List.of(domain.min()));
        Stream.concat(table.decisiveConditions(), table.remarkConditions())
                .filter(condition -> condition.input() == input)
                .map(condition -> new BigDecimal(condition.entry().text().split(" ")[1]))
                .forEach(threshold -> {
                    for (String step : domain.whole() ? List.of("-1", "0", "1") : List.of("-0.25", "0", "0.25")) {
                        numbers.add(threshold.add(new BigDecimal(step)));
                    }
                });
        return numbers;
    }
}
