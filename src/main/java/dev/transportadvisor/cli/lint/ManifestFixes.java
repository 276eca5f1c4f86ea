package dev.transportadvisor.cli.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.lint.ManifestFixer;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fixes manifests, if that is asked for.
 *
 * @param baseline what is in there is not fixed
 */
record ManifestFixes(FixMode mode, RuleCatalog catalog, Optional<BaselineFile> baseline) {

    /**
     * Fixes an input, and writes it where that is asked for. What comes from standard input is printed in the end.
     *
     * @param check what is wrong with a text, without what is suppressed
     * @throws InputException if the file cannot be written
     */
    Optional<Fixed> fix(ManifestInput input, SourceFile file, Function<SourceFile, FilteredFindings> check) {
        if (mode == FixMode.NONE) {
            return Optional.empty();
        }
        Fixed fixed = new ManifestFixer(catalog, text -> fixable(input, check.apply(text))).fix(file);
        if (mode == FixMode.WRITE && fixed.isChanged()) {
            input.file().ifPresent(path -> write(path, fixed.file()));
        }
        return Optional.of(fixed);
    }

    private List<Diagnostic> fixable(ManifestInput input, FilteredFindings filtered) {
        return filtered.findings().stream()
                .filter(finding -> baseline.filter(known -> known.knows(input, finding)).isEmpty())
                .toList();
    }

    /** The text that is left to be checked. */
    SourceFile textToCheck(SourceFile file, Optional<Fixed> fixed) {
        return mode == FixMode.WRITE ? fixed.map(Fixed::file).orElse(file) : file;
    }

    private static void write(Path path, SourceFile file) {
        try {
            AtomicFile.write(path, out -> out.write(file.content()));
        } catch (IOException e) {
            throw new InputException(file.path() + " cannot be fixed: " + FileTrouble.reason(e)
                    + ". Make the file and its folder writable, or see the changes with "
                    + LintOptions.DIFF.name() + ".");
        }
    }
}
