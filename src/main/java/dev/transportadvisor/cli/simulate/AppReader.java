package dev.transportadvisor.cli.simulate;

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

/** Reads the app that the local Slack is to know. */
record AppReader(ManifestLinter linter, Console console) {

    /**
     * The app that a manifest declares. What lint has against a well-formed one is no hindrance.
     *
     * @param path what the user calls the manifest
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
