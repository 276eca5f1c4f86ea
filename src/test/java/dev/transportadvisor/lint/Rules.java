package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules as they stand in the project's folder, and short ways to check a text with them. */
final class Rules {

    static final ManifestFields FIELDS =
            ManifestFields.read(SourceReader.read(Path.of("rules/manifest-fields.yaml")));

    static final RuleCatalog CATALOG = RuleCatalog.read(files(), FIELDS);

    private Rules() {}

    static List<SourceFile> files() {
        try (Stream<Path> paths = Files.list(Path.of("rules/manifest"))) {
            return paths.sorted().map(SourceReader::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a manifest, which is JSON when it begins like it. */
    static List<Diagnostic> lint(String text) {
        return lint(new SourceFile("manifest", text));
    }

    static List<Diagnostic> lint(SourceFile file) {
        return new ManifestLinter(CATALOG, Optional.empty()).lint(file);
    }
}
