package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code lint} says.
 *
 * @param failOn the mildest severity that counts for the exit status
 * @param answers what the user calls the answers that decide on the transport
 * @param rules the folder of a decision table of the user's own
 * @param values what to put in the place of placeholders
 * @param writesBaseline whether to write the baseline anew
 * @param showsSuppressed whether to report what is suppressed or in the baseline, too
 */
record LintOptions(
        List<String> manifests,
        LintFormat format,
        Optional<Path> output,
        Severity failOn,
        Optional<String> answers,
        Optional<Path> rules,
        List<PlaceholderValue> values,
        Optional<Path> config,
        Optional<Path> baseline,
        boolean writesBaseline,
        boolean showsSuppressed,
        FixMode fixing) {

    private static final Argument<List<String>> MANIFESTS = Parameters.several(
            "MANIFEST", "A manifest, or a folder to search for manifests; - reads standard input.");

    private static final Argument<LintFormat> FORMAT = Options.format(LintFormat.class, LintFormat.TEXT);

    private static final Argument<Severity> FAIL_ON = Options.choice(
            "--fail-on", "SEVERITY", "severity", Severity.class, Severity.ERROR, "Exit with 1 from this severity on");

    private static final Argument<Optional<String>> ANSWERS = Options.typedPath(
            "--answers", "FILE", "Decide with these answers, and expect the manifests to use that transport.");

    static final Argument<List<PlaceholderValue>> SET = Options.values(
            "--set",
            "NAME=VALUE",
            PlaceholderValue.class,
            PlaceholderValue::of,
            // The library takes ${NAME} for a variable of its own, unless the dollar is doubled.
            "Put VALUE in the place of a placeholder such as {{NAME}} or $${NAME} before checking. May be given"
                    + " several times.");

    private static final Argument<Optional<Path>> CONFIG = Options.path(
            "--config",
            "FILE",
            "Severities and suppressions; otherwise those in the nearest " + LintProject.CONFIG
                    + " from the current folder up to the root of its repository.");

    private static final Argument<Optional<Path>> BASELINE =
            Options.path("--baseline", "FILE", "Leave out what this file knows already.");

    static final Argument<Boolean> WRITE_BASELINE =
            Options.flag("--write-baseline", "Write what is found now to the file that --baseline names.");

    private static final Argument<Boolean> SHOW_SUPPRESSED =
            Options.flag("--show-suppressed", "Report what is suppressed or in the baseline, too, as such.");

    private static final Argument<Boolean> FIX = Options.flag(
            "--fix",
            "Write what can be fixed safely into the files, and report the rest. With - the fixed manifest goes to"
                    + " standard output and the report to standard error.");

    static final Argument<Boolean> DIFF = Options.flag(
            "--diff",
            "Print what --fix would change as a unified diff, and write nothing. The report goes to standard error.");

    static final List<Argument<?>> ALL = List.of(
            MANIFESTS,
            FORMAT,
            Options.OUTPUT,
            FAIL_ON,
            ANSWERS,
            Options.RULES,
            SET,
            CONFIG,
            BASELINE,
            WRITE_BASELINE,
            SHOW_SUPPRESSED,
            FIX,
            DIFF);

    /** @throws InputException if options do not fit each other */
    LintOptions {
        if (writesBaseline && baseline.isEmpty()) {
            throw new InputException(
                    WRITE_BASELINE.name() + " needs a file to write: add " + BASELINE.name() + " FILE.");
        }
        if (rules.isPresent() && answers.isEmpty()) {
            throw new InputException(Options.RULES.name() + " names the table that decides on " + ANSWERS.name()
                    + ": add " + ANSWERS.name() + " FILE.");
        }
    }

    static LintOptions of(ParseResult parsed) {
        return new LintOptions(
                MANIFESTS.in(parsed),
                FORMAT.in(parsed),
                Options.OUTPUT.in(parsed),
                FAIL_ON.in(parsed),
                ANSWERS.in(parsed),
                Options.RULES.in(parsed),
                SET.in(parsed),
                CONFIG.in(parsed),
                BASELINE.in(parsed),
                WRITE_BASELINE.in(parsed),
                SHOW_SUPPRESSED.in(parsed),
                fixing(FIX.in(parsed), DIFF.in(parsed)));
    }

    private static FixMode fixing(boolean isWritten, boolean isShown) {
        if (isWritten && isShown) {
            throw new InputException(DIFF.name() + " shows what " + FIX.name() + " would do: give one of the two.");
        }
        return isWritten ? FixMode.WRITE : isShown ? FixMode.SHOW : FixMode.NONE;
    }
}
