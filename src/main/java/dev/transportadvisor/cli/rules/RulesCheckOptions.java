package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import dev.transportadvisor.report.finding.DiagnosticFormatter;
import dev.transportadvisor.report.finding.JsonDiagnosticFormatter;
import dev.transportadvisor.report.finding.TextDiagnosticFormatter;
import dev.transportadvisor.report.format.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code rules check} says.
 *
 * @param rules the folder of a decision table of the user's own
 */
record RulesCheckOptions(Optional<Path> rules, Format format, Optional<Path> output) {

    enum Format {
        TEXT,
        JSON;

        DiagnosticFormatter formatter(Style style) {
            return this == TEXT ? new TextDiagnosticFormatter(style) : new JsonDiagnosticFormatter();
        }
    }

    private static final Argument<Optional<String>> FOLDER = Parameters.optional(
            "DIR", "The folder of transport.yaml and transport.cases.yaml. Default: the built-in table.");

    private static final Argument<Format> FORMAT = Options.format(Format.class, Format.TEXT);

    static final List<Argument<?>> ALL = List.of(FOLDER, FORMAT, Options.OUTPUT);

    static RulesCheckOptions of(ParseResult parsed) {
        return new RulesCheckOptions(
                FOLDER.in(parsed).map(Path::of), FORMAT.in(parsed), Options.OUTPUT.in(parsed));
    }
}
