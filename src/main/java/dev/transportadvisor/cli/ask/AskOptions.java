package dev.transportadvisor.cli.ask;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code ask} says.
 *
 * @param output the answers file, as the user named it
 * @param isThorough whether to ask what can no longer change the outcome, too
 * @param isPlain whether to ask line by line
 * @param rules the folder of a decision table of the user's own
 */
record AskOptions(String output, boolean isThorough, boolean isPlain, Optional<Path> rules) {

    private static final Argument<Optional<String>> OUTPUT = Options.typedPath(
            "-o, --output", "FILE", "The file to write or go on with, answers.yaml by default.");

    private static final Argument<Boolean> EVERYTHING =
            Options.flag("--all", "Ask every question, also those that can no longer change the outcome.");

    private static final Argument<Boolean> PLAIN =
            Options.flag("--plain", "Ask line by line, as with ACCESSIBLE set or TERM=dumb.");

    static final List<Argument<?>> ALL = List.of(OUTPUT, EVERYTHING, PLAIN, Options.RULES);

    static AskOptions of(ParseResult parsed) {
        return new AskOptions(
                OUTPUT.in(parsed).orElse("answers.yaml"),
                EVERYTHING.in(parsed),
                PLAIN.in(parsed),
                Options.RULES.in(parsed));
    }
}
