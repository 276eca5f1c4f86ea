package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code when} of a row: for each question a word, a list of words, or a threshold such as {@code > 50}. */
final class ConditionReader {

    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>) *([0-9]{1,12}(?:\\.[0-9]{1,6})?)");

    private final List<InputClause> inputs;
    private final Problems problems;

    ConditionReader(List<InputClause> inputs, Problems problems) {
        this.inputs = inputs;
        this.problems = problems;
    }

    List<Condition> read(MappingReader when) {
        List<Condition> conditions = new ArrayList<>();
        for (ScalarNode key : when.keys()) {
            Node test = when.node(key.text()).orElseThrow();
            problems.choose("when", key, inputs, InputClause::id)
                    .flatMap(input -> entry(input, test).map(entry -> new Condition(input, entry)))
                    .ifPresent(conditions::add);
        }
        if (when.keys().isEmpty()) {
            when.problems()
                    .at(when.span(), "`when` tests nothing. Name at least one question and the answer that it needs.");
        }
        return conditions;
    }

    private Optional<InputEntry> entry(InputClause input, Node test) {
        return input.domain() instanceof Domain.Numbers numbers ? compared(numbers, input, test) : oneOf(input, test);
    }

    private Optional<InputEntry> oneOf(InputClause input, Node test) {
        List<String> allowed = input.domain().allowed();
        List<Node> items = test instanceof SequenceNode list ? list.items() : List.of(test);
        if (items.isEmpty()) {
            problems.at(
                    test.span(),
                    "The test on `" + input.id() + "` names no answer. Allowed: " + String.join(", ", allowed) + ".");
        }
        List<Value.Word> words = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof ScalarNode word) {
                problems.choose(input.id(), word, allowed, text -> text)
                        .ifPresent(text -> words.add(new Value.Word(text)));
            } else {
                problems.at(
                        item.span(),
                        "A test on `" + input.id() + "` is a word or a list of words, not " + item.kindName() + ".");
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new InputEntry.OneOf(words));
    }

    private Optional<InputEntry> compared(Domain.Numbers domain, InputClause input, Node test) {
        Matcher matcher = COMPARISON.matcher(test instanceof ScalarNode scalar ? scalar.text() : "");
        if (!matcher.matches()) {
            String shown = test instanceof ScalarNode scalar ? Quoted.of(scalar.text()) : "This";
            problems.at(
                    test.span(),
                    shown + " is no test on the number `" + input.id()
                            + "`. Allowed: <, <=, > or >= and a number, such as \"> 50\".");
            return Optional.empty();
        }
        if (domain.whole() && matcher.group(2).contains(".")) {
            problems.at(test.span(), "`" + input.id() + "` is a whole number. Compare it with one, such as \"> 50\".");
        }
        InputEntry.Compared.Operator operator = Arrays.stream(InputEntry.Compared.Operator.values())
                .filter(candidate -> candidate.sign().equals(matcher.group(1)))
                .findFirst()
                .orElseThrow();
        return Optional.of(new InputEntry.Compared(operator, new BigDecimal(matcher.group(2))));
    }
}
