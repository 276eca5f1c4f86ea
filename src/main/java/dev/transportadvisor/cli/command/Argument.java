package dev.transportadvisor.cli.command;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/**
 * An option or a parameter of a command. What declares it reads it, too, and knows what it is called in messages.
 *
 * @param name what a user knows it by, such as {@code --format}
 * @param declaration for picocli, anew for each command line, since it holds what was parsed
 * @param reading its value on a command line
 */
public record Argument<T>(String name, Supplier<ArgSpec> declaration, Function<ParseResult, T> reading) {

    public T in(ParseResult parsed) {
        return reading.apply(parsed);
    }

    /**
     * What a word stands for.
     *
     * @throws InputException if it stands for nothing
     */
    public <C> C choice(String word, List<C> choices, Function<C, String> name) {
        return choices.stream()
                .filter(choice -> name.apply(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> new InputException(Quoted.of(word) + " is no value for " + this.name + ". "
                        + Suggestion.sentence(word, choices.stream().map(name).toList())));
    }
}
