package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.OutputFile;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.lint.suppression.Baseline;
import dev.transportadvisor.lint.suppression.BaselineReader;
import dev.transportadvisor.report.BaselineFormatter;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * A baseline in its file.
 *
 * @param file absolute
 * @param path as the user named it
 */
record BaselineFile(Path file, String path, Baseline baseline) {

    /**
     * Opens the file that {@code --baseline} names.
     *
     * @throws InputException if the file is no baseline, or if it is missing and not about to be written
     */
    static Optional<BaselineFile> open(ParseResult options, boolean isWritten, Console console) {
        Optional<Path> named = Optional.ofNullable(options.matchedOptionValue("--baseline", null));
        if (isWritten && named.isEmpty()) {
            throw new InputException("--write-baseline needs a file to write: add --baseline FILE.");
        }
        return named.map(path -> open(path, isWritten, console));
    }

    private static BaselineFile open(Path named, boolean isWritten, Console console) {
        Path file = console.directory().resolve(named).toAbsolutePath().normalize();
        String path = named.toString().replace(File.separatorChar, '/');
        if (Files.exists(file)) {
            return new BaselineFile(file, path, BaselineReader.read(SourceReader.read(file, path)));
        } else if (!isWritten) {
            throw new InputException(
                    path + ": there is no such baseline. Add --write-baseline once to make it from what is found now.");
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

    /** Says which entries match nothing that is found now. */
    BaselineFile compared(LintResult result, Console console) {
        console.err().print(BaselineFormatter.stale(path, stale(result)));
        return this;
    }

    /** Writes what is found now in place of what it said of the same files. */
    BaselineFile rewritten(LintResult result, Console console) {
        Baseline renewed = baseline.renewed(result.entries(this), lookedAt(result.inputs()));
        OutputFile.write(file, out -> out.write(BaselineFormatter.format(renewed)));
        console.err().print(BaselineFormatter.written(path, renewed, stale(result)));
        return new BaselineFile(file, path, renewed);
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
