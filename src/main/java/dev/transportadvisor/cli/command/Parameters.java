package dev.transportadvisor.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The kinds of parameters, which stand on a command line without the name of an option. */
public final class Parameters {

    public static final Argument<String> ANSWERS =
            required("ANSWERS", "The answers file; - reads standard input.");

    private Parameters() {}

    public static Argument<String> required(String label, String description) {
        return new Argument<>(
                label,
                () -> declared(label, description).type(String.class).arity("1").required(true).build(),
                parsed -> parsed.matchedPositionalValue(0, ""));
    }

    public static Argument<Optional<String>> optional(String label, String description) {
        return new Argument<>(
                label,
                () -> declared(label, description)
                        .type(String.class)
                        .converters(Options::notEmpty)
                        .arity("0..1")
                        .build(),
                parsed -> Optional.ofNullable(parsed.matchedPositionalValue(0, null)));
    }

    /** One at least. */
    public static Argument<List<String>> several(String label, String description) {
        return words("1..*", true, label, description);
    }

    /** None, one or several. */
    public static Argument<List<String>> any(String label, String description) {
        return words("0..*", false, label, description);
    }

    private static Argument<List<String>> words(
            String arity, boolean isRequired, String label, String description) {
        return new Argument<>(
                label,
                () -> declared(label, description)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity(arity)
                        .required(isRequired)
                        .build(),
                parsed -> parsed.matchedPositionalValue(0, List.of()));
    }

    /** A path is a text: what picocli makes to complete a Path runs the code that a file may have for a name. */
    private static PositionalParamSpec.Builder declared(String label, String description) {
        return PositionalParamSpec.builder().paramLabel(label).description(description);
    }
}
