package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.simulator.web.ManifestError;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.function.Function;

/** What the local Slack's {@code apps.manifest.validate} answers: the errors that {@code lint} finds. */
record ManifestValidator(ManifestLinter linter) implements Function<String, List<ManifestError>> {

    /** @param json the manifest, which Slack takes in JSON only */
    @Override
    public List<ManifestError> apply(String json) {
        return linter.lint(new SourceFile("manifest.json", json)).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> new ManifestError(finding.message(), finding.pointer()))
                .toList();
    }
}
