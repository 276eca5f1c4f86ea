package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code scaffold} says.
 *
 * @param directory as the user named it
 * @param packageName of the bot's code, in a language that has packages
 * @param with ids of features that are wished for beside the answers
 * @param without ids of features that are not wished for
 * @param isDry whether to list the files only
 * @param rules the folder of a decision table of the user's own
 */
record ScaffoldOptions(
        String answers,
        Optional<Path> directory,
        Optional<String> transport,
        Optional<String> packageName,
        List<String> with,
        List<String> without,
        boolean isDry,
        Optional<Path> rules) {

    private static final Argument<Optional<Path>> DIRECTORY = Options.path(
            "-d, --directory", "DIR", "The folder to write, which must be new or empty. Default: the bot's name.");

    static final Argument<Optional<String>> TRANSPORT = Options.text(
            "--transport", "TRANSPORT", "Write the bot for this transport instead of the recommended one.");

    private static final Argument<Optional<String>> PACKAGE = Options.text(
            "--package", "PACKAGE", "The package of a bot in Java. Default: com.example and the bot's name.");

    private static final Argument<List<String>> WITH = Options.texts(
            "--with", "FEATURE", "Add this feature, though no answer asks for it. May be repeated.");

    private static final Argument<List<String>> WITHOUT = Options.texts(
            "--without", "FEATURE", "Leave this feature out, though an answer asks for it. May be repeated.");

    private static final Argument<Boolean> DRY_RUN =
            Options.flag("--dry-run", "List the files, by feature, and write nothing.");

    static final List<Argument<?>> ALL =
            List.of(Parameters.ANSWERS, DIRECTORY, TRANSPORT, PACKAGE, WITH, WITHOUT, DRY_RUN, Options.RULES);

    static ScaffoldOptions of(ParseResult parsed) {
        return new ScaffoldOptions(
                Parameters.ANSWERS.in(parsed),
                DIRECTORY.in(parsed),
                TRANSPORT.in(parsed),
                PACKAGE.in(parsed),
                WITH.in(parsed),
                WITHOUT.in(parsed),
                DRY_RUN.in(parsed),
                Options.RULES.in(parsed));
    }
}
