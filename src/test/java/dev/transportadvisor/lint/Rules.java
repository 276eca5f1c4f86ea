package dev.transportadvisor.lint;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.rule.Example;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules as they stand in the project's folder, and short ways to check a text with them. */
public final class Rules {

    public static final Facts FACTS = facts();

    static final ManifestFields FIELDS = FACTS.fields();

    static final RuleCatalog CATALOG = RuleCatalog.read(files(), FACTS);

    private Rules() {}

    /** Reads the facts anew. */
    static Facts facts() {
        return new Facts(
                ManifestFields.read(file("rules/manifest-fields.yaml")),
                EventCatalogReader.read(file("rules/events.yaml")),
                ScopeCatalogReader.read(file("rules/scopes.yaml")),
                HostCatalog.read(file("rules/hosts.yaml")),
                SecretShapes.read(file("rules/secrets.yaml")),
                BuiltinCommands.read(file("rules/builtin-commands.yaml")),
                AgentViews.read(file("rules/agents.yaml")));
    }

    private static SourceFile file(String path) {
        return SourceReader.read(Path.of(path));
    }

    static List<SourceFile> files() {
        try (Stream<Path> paths = Files.list(Path.of("rules/manifest"))) {
            return paths.sorted().map(SourceReader::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** What is wrong with a manifest and its suppressions. The manifest is JSON when it begins like it. */
    static List<Diagnostic> lint(String text) {
        return lint(new Example(text, Optional.empty()));
    }

    static List<Diagnostic> lint(Example example) {
        return lint(new SourceFile("manifest", example.text()), example.decision());
    }

    public static List<Diagnostic> lint(SourceFile file) {
        return lint(file, Optional.empty());
    }

    private static List<Diagnostic> lint(SourceFile file, Optional<String> decision) {
        List<Diagnostic> findings = new ManifestLinter(CATALOG, decision).lint(file);
        FilteredFindings filtered =
                new SuppressionFilter(CATALOG, LintConfig.NONE, TODAY).filter(file, "manifest", findings);
        return Stream.concat(filtered.findings().stream(), filtered.housekeeping().stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }
}
