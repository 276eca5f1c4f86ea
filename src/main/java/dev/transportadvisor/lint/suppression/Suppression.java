package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.source.Location;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The decision to live with the findings of one rule in one place.
 *
 * @param until the last day on which it holds; for good without it
 * @param location where it is written down
 */
public record Suppression(String rule, Scope scope, String reason, Optional<LocalDate> until, Location location) {

    /** Which place it is about. */
    public sealed interface Scope {}

    /** What begins on a line of the file that the suppression stands in. */
    public record Line(int number) implements Scope {}

    /**
     * Places by name.
     *
     * @param files without it, every file
     * @param pointer JSON Pointer (RFC 6901) to a value, which stands for all that is in it, too
     */
    public record Region(Optional<FilePattern> files, Optional<String> pointer) implements Scope {

        boolean isAbout(String path) {
            return files.isEmpty() || files.get().matches(path);
        }

        private boolean holds(Diagnostic finding) {
            return pointer.isEmpty() || finding.pointers().anyMatch(this::isAround);
        }

        private boolean isAround(String other) {
            return other.equals(pointer.get()) || other.startsWith(pointer.get() + "/");
        }
    }

    boolean isExpired(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    /** Whether it is about any findings of the file. */
    boolean isAbout(String path) {
        return scope instanceof Region region && region.isAbout(path);
    }

    /**
     * Whether it hides a finding. One about several places is hidden at any of them; one that stands for others, which
     * may be anywhere, only by what is about the whole file.
     *
     * @param path the finding's file, relative to the folder that patterns start from
     */
    boolean covers(Diagnostic finding, String path) {
        return rule.equals(finding.rule().id())
                && (finding.count() == 1 || isAboutWholeFiles())
                && (scope instanceof Region region
                        ? region.isAbout(path) && region.holds(finding)
                        : finding.lines().anyMatch(line -> scope.equals(new Line(line))));
    }

    private boolean isAboutWholeFiles() {
        return scope instanceof Region region && region.pointer().isEmpty();
    }

    SuppressedDiagnostic suppressed(Diagnostic finding) {
        return new SuppressedDiagnostic(
                finding,
                scope instanceof Line
                        ? SuppressedDiagnostic.Kind.IN_SOURCE
                        : SuppressedDiagnostic.Kind.EXTERNAL,
                reason);
    }
}
