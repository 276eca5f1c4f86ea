package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.OutputFile;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.lint.suppression.Baseline;
import dev.transportadvisor.lint.suppression.BaselineReader;
import dev.transportadvisor.report.finding.BaselineFormatter;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A baseline in its file.
 *
 * @param file absolute
 * @param path as the user named it
 */
record BaselineFile(Path file, String path, Baseline baseline) {

    /**
     * Reads the file that the user names.
     *
     * @throws InputException if the file is no baseline, or if it is missing and not about to be written
     */
    static BaselineFile open(Path named, boolean isWritten, Console console) {
        Path file = console.directory().resolve(named).toAbsolutePath().normalize();
        String path = named.toString().replace(File.separatorChar, '/');
        if (Files.exists(file)) {
            return new BaselineFile(file, path, BaselineReader.read(SourceReader.read(file, path)));
        } else if (!isWritten) {
            throw new InputException(path + ": there is no such baseline. Add " + LintOptions.WRITE_BASELINE.name()
                    + " once to make it from what is found now.");
        }
        return new BaselineFile(file, path, Baseline.of(List.of()));
    }

    /** The finding as an entry. */
    Baseline.Entry entry(ManifestInput input, Diagnostic finding) {
        return Baseline.Entry.of(input.relativeTo(file.getParent()), finding);
    }

    /** Whether it is in there. */
    boolean knows(ManifestInput input, Diagnostic finding) {
        return baseline.entries().contains(entry(input, finding));
    }

    /** Which entries match nothing that is found now. */
    String staleNote(LintResult result) {
        return BaselineFormatter.stale(path, stale(result));
    }

    /** The same file with what is found now in place of what it said of the same files. */
    BaselineFile renewed(LintResult result) {
        return new BaselineFile(file, path, baseline.renewed(result.entries(this), lookedAt(result.inputs())));
    }

    /**
     * Writes another one in place of this; what there is to say about it.
     *
     * @throws InputException if it cannot be written
     */
    String replaceBy(BaselineFile renewed, LintResult result) {
        OutputFile.write(file, out -> out.write(BaselineFormatter.format(renewed.baseline)));
        return BaselineFormatter.written(path, renewed.baseline, stale(result));
    }

    private List<Baseline.Entry> stale(LintResult result) {
        return baseline.stale(result.entries(this), lookedAt(result.inputs()));
    }

    /** The files that were checked, and those that are gone. */
    private Set<String> lookedAt(List<ManifestInput> inputs) {
        Stream<String> checked = inputs.stream().map(input -> input.relativeTo(file.getParent()));
        Stream<String> gone = baseline.entries().stream()
                .map(Baseline.Entry::file)
                .filter(name -> Files.notExists(file.resolveSibling(name)));
        return Stream.concat(checked, gone).collect(Collectors.toSet());
    }

    SuppressedDiagnostic suppressed(Diagnostic finding) {
        return new SuppressedDiagnostic(
                finding, SuppressedDiagnostic.Kind.EXTERNAL, "It is in the baseline " + path + ".");
    }
}
