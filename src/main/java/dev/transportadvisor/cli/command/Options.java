package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that several commands share, so that they are spelt and explained alike. */
public final class Options {

    private Options() {}

    /**
     * A spec whose help begins with examples.
     *
     * @param summary one sentence, which also stands in the list of commands
     * @param description what else there is to know
     */
    public static CommandSpec spec(
            Object command, String name, String summary, String description, String... examples) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage()
                .width(80)
                .headerHeading(heading(examples))
                .header(summary)
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .description(description)
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false);
        return spec;
    }

    /** Without a stream, as all here: each start makes these specs, and a first stream takes milliseconds. */
    private static String heading(String... examples) {
        StringBuilder heading = new StringBuilder(examples.length > 1 ? "Examples:%n" : "Example:%n");
        for (String example : examples) {
            heading.append("  ").append(Program.NAME).append(' ').append(example).append("%n");
        }
        return heading.append("%n").toString();
    }

    public static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    public static <E extends Enum<E>> OptionSpec format(Class<E> formats, E initial) {
        return choice("--format", "FORMAT", "format", formats, initial, "Output format");
    }

    /** An option whose value is one of a few words, of which one is the default. */
    public static <E extends Enum<E>> OptionSpec choice(
            String name, String label, String noun, Class<E> choices, E initial, String description) {
        OptionSpec.Builder option = choice(name, label, noun, choices, description);
        return option.initialValue(initial)
                .description(option.description()[0] + " Default: " + word(initial) + ".")
                .build();
    }

    /**
     * An option whose value is one of a few words.
     *
     * @param noun what a word stands for, in the singular
     */
    public static <E extends Enum<E>> OptionSpec.Builder choice(
            String name, String label, String noun, Class<E> choices, String description) {
        List<String> words = new ArrayList<>();
        for (E choice : choices.getEnumConstants()) {
            words.add(word(choice));
        }
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(choices)
                .converters(text -> convert(noun, choices, text, words))
                .completionCandidates(words)
                .description(description + ": " + String.join(", ", words) + ".");
    }

    private static <E extends Enum<E>> E convert(String noun, Class<E> choices, String text, List<String> words) {
        int index = words.indexOf(text);
        if (index < 0) {
            throw new TypeConversionException(
                    "'" + text + "' is no " + noun + ". Allowed: " + String.join(", ", words));
        }
        return choices.getEnumConstants()[index];
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    public static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    public static OptionSpec value(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }

    /**
     * An option whose value is a whole number; the command itself refuses one that is out of range.
     *
     * @param allowed the range, such as {@code 0 to 65535}
     */
    public static OptionSpec number(String name, String label, String allowed, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(int.class)
                .converters(text -> number(text, allowed))
                .description(description)
                .build();
    }

    /** What is too large for an int is refused here, too, and in words that are as true of it. */
    private static int number(String text, String allowed) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no whole number from " + allowed);
        }
    }

    /** An option that names a file or a folder. */
    public static OptionSpec.Builder path(String label, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(Path.class).converters(text -> Path.of(named(text)));
    }

    /** The same for a name that is shown as the user typed it, or that may be {@code -}. */
    public static OptionSpec.Builder typedPath(String label, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(String.class).converters(Options::named);
    }

    /** To Java an empty name is the current folder; on a command line it is a variable that was not set. */
    public static String named(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name is empty");
        }
        return text;
    }

    /** An option that may be given several times, each time with a text. */
    public static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    public static OptionSpec output() {
        return path("FILE", "-o", "--output")
                .description("Write the report to FILE instead of standard output.")
                .build();
    }

    public static OptionSpec rules() {
        return path("DIR", "--rules")
                .description("Take the decision table DIR/transport.yaml instead of the built-in one.")
                .build();
    }

    public static PositionalParamSpec answers() {
        return PositionalParamSpec.builder()
                .paramLabel("ANSWERS")
                .type(String.class)
                .arity("1")
                .required(true)
                .description("The answers file; - reads standard input.")
                .build();
    }
}
