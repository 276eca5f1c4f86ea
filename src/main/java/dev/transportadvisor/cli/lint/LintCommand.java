package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.InputException;
import picocli.CommandLine.ParseResult;

/** {@code lint}: checks app manifests. */
public final class LintCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "lint",
                "Checks app manifests, offline.",
                "Finds what Slack refuses, and what it accepts although the bot will not work. Exits with 1 when there"
                        + " are findings as severe as --fail-on says.",
                LintOptions.ALL,
                "lint manifest.yaml",
                "lint . --answers answers.yaml",
                "lint manifests --format sarif -o lint.sarif");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        LintOptions options = LintOptions.of(parsed);
        RuleCatalog catalog = Builtin.knowledge().manifestRules();
        try {
            LintPlan plan = LintPlan.of(options, catalog, console);
            LintResult result = LintRun.of(plan, console);
            LintReport report = LintReport.of(plan, result);
            report.print(console);
            return report.status();
        } catch (InputException e) {
            throw catalog.facts().secrets().hiding(e);
        }
    }
}
