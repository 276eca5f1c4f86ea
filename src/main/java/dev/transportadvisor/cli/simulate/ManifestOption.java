package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --manifest}: the app that a command works with. */
record ManifestOption(ManifestLinter linter, Console console) {

    private static final String NAME = "--manifest";

    static OptionSpec spec(String description) {
        return Options.typedPath("MANIFEST", NAME).description(description).build();
    }

    /** What the user calls the manifest; empty if there is none. */
    static Optional<String> path(ParseResult options) {
        return Optional.ofNullable(options.matchedOptionValue(NAME, null));
    }

    /**
     * The app that a manifest declares. What lint has against a well-formed one is no hindrance.
     *
     * @throws InputException if it cannot be read, or is not of the shape of a manifest
     */
    DeclaredApp read(String path) {
        SourceFile file = new Inputs(console).readManifest(path);
        List<Problem> problems = linter.lint(file).stream()
                .filter(this::isRefused)
                .map(finding -> new Problem(
                        Optional.of(file.location(finding.location().span())), finding.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw linter.catalog().facts().secrets().hiding(new InputException(problems));
        }
        Manifest manifest = new Manifest(file, DocumentReader.read(file));
        return new DeclaredApp(manifest, linter.catalog().facts().events());
    }

    private boolean isRefused(Diagnostic finding) {
        return finding.severity() == Severity.ERROR && linter.catalog().isAboutShape(finding.rule());
    }
}
