package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.lint.ManifestFixer;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.suppression.ScreenedFile;
import dev.transportadvisor.report.FixFormatter;
import dev.transportadvisor.report.UnifiedDiff;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/**
 * What {@code lint} does with fixes: nothing, write the fixed files, or show what it would write.
 *
 * @param baseline what is in there is not fixed
 */
record FixRun(Mode mode, RuleCatalog catalog, Optional<BaselineFile> baseline) {

    private static final Set<PosixFilePermission> WRITE = Set.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    enum Mode {
        NONE,
        WRITE,
        SHOW
    }

    static FixRun of(ParseResult options, RuleCatalog catalog, Optional<BaselineFile> baseline) {
        boolean isWritten = options.hasMatchedOption("--fix");
        boolean isShown = options.hasMatchedOption("--diff");
        if (isWritten && isShown) {
            throw new InputException("--diff shows what --fix would do: give one of the two.");
        }
        return new FixRun(isWritten ? Mode.WRITE : isShown ? Mode.SHOW : Mode.NONE, catalog, baseline);
    }

    /** Whether standard output is for files or changes of files, so that a report must go elsewhere. */
    boolean needsOutput(List<ManifestInput> inputs) {
        return mode == Mode.SHOW
                || mode == Mode.WRITE
                        && inputs.stream().anyMatch(input -> input.file().isEmpty());
    }

    /**
     * Fixes an input, and writes it where that is asked for. What comes from standard input is printed in the end.
     *
     * @param check what is wrong with a text, without what is suppressed
     * @throws InputException if the file cannot be written
     */
    Optional<Fixed> fix(ManifestInput input, SourceFile file, Function<SourceFile, ScreenedFile> check) {
        if (mode == Mode.NONE) {
            return Optional.empty();
        }
        Fixed fixed = new ManifestFixer(catalog, text -> fixable(input, check.apply(text))).fix(file);
        if (mode == Mode.WRITE && fixed.isChanged()) {
            input.file().ifPresent(path -> write(path, fixed.file()));
        }
        return Optional.of(fixed);
    }

    private List<Diagnostic> fixable(ManifestInput input, ScreenedFile screened) {
        return screened.findings().stream()
                .filter(finding -> baseline.filter(known -> known.knows(input, finding)).isEmpty())
                .toList();
    }

    /** The text that is left to be checked. */
    SourceFile left(SourceFile file, Optional<Fixed> fixed) {
        return mode == Mode.WRITE ? fixed.map(Fixed::file).orElse(file) : file;
    }

    private static void write(Path path, SourceFile file) {
        try {
            refuseReadOnly(path);
            AtomicFile.write(path, out -> out.write(file.content()));
        } catch (IOException e) {
            throw new InputException(file.path() + " cannot be fixed: " + FileTrouble.reason(e)
                    + ". Make the file and its folder writable, or see the changes with --diff.");
        }
    }

    /** A file that is replaced by another need not be writable, but its owner means it. */
    private static void refuseReadOnly(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        boolean isReadOnly = view != null
                && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
        if (isReadOnly || !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /** Prints the changes, or the file from standard input, and says how many findings they fix. */
    void report(LintResult result, ManifestFiles manifests, Console console) {
        List<LintRun.Checked> files = result.checkedFiles();
        List<Fixed> fixed = files.stream().flatMap(file -> file.fixed().stream()).toList();
        if (mode == Mode.SHOW) {
            fixed.forEach(file -> console.out().print(UnifiedDiff.of(file.original(), file.file())));
        } else if (mode == Mode.WRITE) {
            files.stream()
                    .filter(file -> file.input().file().isEmpty())
                    .flatMap(file -> file.fixed().stream())
                    .forEach(file -> console.out().print(file.file().content()));
        }
        console.out().flush();
        if (mode != Mode.NONE) {
            console.err().print(FixFormatter.leftOut(fixed));
            // What could not be read or written may hold something to fix.
            boolean isKnown = fixed.stream().anyMatch(Fixed::isChanged)
                    || result.troubles().isEmpty() && manifests.troubles().isEmpty();
            console.err().print(isKnown ? FixFormatter.summary(fixed, mode == Mode.WRITE) : "");
        }
    }
}
