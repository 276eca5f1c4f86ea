package dev.transportadvisor.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The kinds of options, and those that several commands share, so that they are spelt and explained alike. The names of
 * an option are given as the help shows them: {@code "-o, --output"}.
 */
public final class Options {

    public static final Argument<Optional<Path>> OUTPUT =
            path("-o, --output", "FILE", "Write the report to FILE instead of standard output.");

    public static final Argument<Optional<Path>> RULES =
            path("--rules", "DIR", "Take the decision table DIR/transport.yaml instead of the built-in one.");

    static final Argument<Boolean> HELP = new Argument<>(
            "--help",
            () -> OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help.")
                    .build(),
            parsed -> parsed.isUsageHelpRequested());

    private Options() {}

    public static Argument<Boolean> flag(String names, String description) {
        String name = longest(names);
        return new Argument<>(
                name,
                () -> OptionSpec.builder(names.split(", "))
                        .type(boolean.class)
                        .description(description)
                        .build(),
                parsed -> parsed.hasMatchedOption(name));
    }

    public static Argument<Optional<String>> text(String names, String label, String description) {
        return value(names, label, String.class, text -> text, description);
    }

    /** A file or a folder. */
    public static Argument<Optional<Path>> path(String names, String label, String description) {
        return value(names, label, Path.class, text -> Path.of(notEmpty(text)), description);
    }

    /** The same for a name that is shown as the user typed it, or that may be {@code -}. */
    public static Argument<Optional<String>> typedPath(String names, String label, String description) {
        return value(names, label, String.class, Options::notEmpty, description);
    }

    public static <E extends Enum<E>> Argument<E> format(Class<E> formats, E initial) {
        return choice("--format", "FORMAT", "format", formats, initial, "Output format");
    }

    /** One of a few words, of which one is the default. */
    public static <E extends Enum<E>> Argument<E> choice(
            String names, String label, String noun, Class<E> choices, E initial, String description) {
        return or(initial, words(names, label, noun, choices, description, " Default: " + word(initial) + "."));
    }

    /**
     * One of a few words.
     *
     * @param noun what a word stands for, in the singular
     */
    public static <E extends Enum<E>> Argument<Optional<E>> choice(
            String names, String label, String noun, Class<E> choices, String description) {
        return words(names, label, noun, choices, description, "");
    }

    private static <E extends Enum<E>> Argument<Optional<E>> words(
            String names, String label, String noun, Class<E> choices, String description, String end) {
        List<String> words =
                Arrays.stream(choices.getEnumConstants()).map(Options::word).toList();
        String allowed = String.join(", ", words);
        ITypeConverter<E> converter = text -> {
            if (!words.contains(text)) {
                throw new TypeConversionException("'" + text + "' is no " + noun + ". Allowed: " + allowed);
            }
            return choices.getEnumConstants()[words.indexOf(text)];
        };
        return optional(names, () -> declared(names, label, description + ": " + allowed + "." + end)
                .type(choices)
                .converters(converter)
                .completionCandidates(words));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** A whole number. */
    public static Argument<Integer> number(
            String names, String label, int least, int most, int initial, String description) {
        return or(initial, value(names, label, Integer.class, text -> number(text, least, most), description));
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // What is too large for an int is out of range as well.
        }
        throw new TypeConversionException("'" + text + "' is no whole number from " + least + " to " + most);
    }

    /** An option that may be given several times, each time with a text. */
    public static Argument<List<String>> texts(String names, String label, String description) {
        return values(names, label, String.class, text -> text, description);
    }

    public static <T> Argument<List<T>> values(
            String names, String label, Class<T> type, ITypeConverter<T> converter, String description) {
        String name = longest(names);
        return new Argument<>(
                name,
                () -> declared(names, label, description)
                        .type(List.class)
                        .auxiliaryTypes(type)
                        .converters(converter)
                        .build(),
                parsed -> parsed.matchedOptionValue(name, List.of()));
    }

    public static <T> Argument<Optional<T>> value(
            String names, String label, Class<T> type, ITypeConverter<T> converter, String description) {
        return optional(names, () -> declared(names, label, description).type(type).converters(converter));
    }

    private static <T> Argument<Optional<T>> optional(String names, Supplier<OptionSpec.Builder> declaration) {
        String name = longest(names);
        return new Argument<>(
                name,
                () -> declaration.get().build(),
                parsed -> Optional.ofNullable(parsed.matchedOptionValue(name, null)));
    }

    private static OptionSpec.Builder declared(String names, String label, String description) {
        return OptionSpec.builder(names.split(", ")).paramLabel(label).description(description);
    }

    private static <T> Argument<T> or(T initial, Argument<Optional<T>> option) {
        return new Argument<>(
                option.name(), option.declaration(), parsed -> option.in(parsed).orElse(initial));
    }

    /** To Java an empty name is the current folder; on a command line it is a variable that was not set. */
    static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name is empty");
        }
        return text;
    }

    private static String longest(String names) {
        return names.substring(names.lastIndexOf(' ') + 1);
    }
}
