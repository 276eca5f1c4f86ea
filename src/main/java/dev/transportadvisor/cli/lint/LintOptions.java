package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.diagnostic.Severity;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code lint}. */
final class LintOptions {

    private LintOptions() {}

    static CommandSpec spec(LintCommand command) {
        CommandSpec spec = Options.spec(
                command,
                "lint",
                "Checks app manifests, offline.",
                "Finds what Slack refuses, and what it accepts although the bot will not work. Exits with 1 when there"
                        + " are findings as severe as --fail-on says.",
                "lint manifest.yaml",
                "lint . --answers answers.yaml",
                "lint manifests --format sarif -o lint.sarif");
        addManifests(spec);
        addKnownFindings(spec);
        addFixes(spec);
        return spec.addOption(Options.help());
    }

    /** What is checked, against what, and how it is told. */
    private static void addManifests(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("MANIFEST")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .required(true)
                        .description("A manifest, or a folder to search for manifests; - reads standard input.")
                        .build())
                .addOption(Options.format(LintFormat.class, LintFormat.TEXT))
                .addOption(Options.output())
                .addOption(Options.choice(
                                "--fail-on",
                                "SEVERITY",
                                "severity",
                                Severity.class,
                                Severity.ERROR,
                                "Exit with 1 from this severity on"))
                .addOption(Options.typedPath("FILE", "--answers")
                        .description("Decide with these answers, and expect the manifests to use that transport.")
                        .build())
                .addOption(Options.rules())
                .addOption(OptionSpec.builder("--set")
                        .paramLabel("NAME=VALUE")
                        .type(List.class)
                        .auxiliaryTypes(PlaceholderValue.class)
                        .converters(PlaceholderValue::of)
                        // The library takes ${NAME} for a variable of its own, unless the dollar is doubled.
                        .description("Put VALUE in the place of a placeholder such as {{NAME}} or $${NAME} before"
                                + " checking. May be given several times.")
                        .build());
    }

    /** What is left out of the report. */
    private static void addKnownFindings(CommandSpec spec) {
        spec.addOption(Options.path("FILE", "--config")
                        .description("Severities and suppressions; otherwise those in the nearest "
                                + LintProject.CONFIG + " from the current folder up to the root of its repository.")
                        .build())
                .addOption(Options.path("FILE", "--baseline")
                        .description("Leave out what this file knows already.")
                        .build())
                .addOption(Options.flag(
                                "--write-baseline",
                                "Write what is found now to the file that --baseline names."))
                .addOption(Options.flag(
                                "--show-suppressed",
                                "Report what is suppressed or in the baseline, too, as such."));
    }

    private static void addFixes(CommandSpec spec) {
        spec.addOption(Options.flag(
                        "--fix",
                        "Write what can be fixed safely into the files, and report the rest. With - the fixed"
                                + " manifest goes to standard output and the report to standard error."))
                .addOption(Options.flag(
                                "--diff",
                                "Print what --fix would change as a unified diff, and write nothing. The report"
                                        + " goes to standard error."));
    }
}
