package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** Says how many findings were fixed, and which were not although they have a fix. */
public final class FixFormatter {

    private FixFormatter() {}

    /** A sentence for each finding that was not fixed although it has a fix, and each file with fixes not tried. */
    public static String leftOut(List<Fixed> files) {
        return files.stream()
                .map(file -> file.unfixed().stream().map(FixFormatter::leftOut).collect(Collectors.joining())
                        + (file.isComplete() ? "" : incomplete(file)))
                .collect(Collectors.joining());
    }

    private static String incomplete(Fixed file) {
        return Quoted.visible(file.file().path())
                + ": This file is too large, or has too many faults, to try all fixes. What is left is reported.\n";
    }

    private static String leftOut(Diagnostic finding) {
        Position start = finding.location().span().start();
        return Quoted.visible(finding.location().path()) + ":" + start.line() + ":" + start.column()
                + ": The fix of this is left out, since other keys or values would not fit then. ["
                + finding.rule().id() + "]\n";
    }

    /** @param isDone whether the files are changed; otherwise they would be */
    public static String summary(List<Fixed> files, boolean isDone) {
        long changed = files.stream().filter(Fixed::isChanged).count();
        int fixed = files.stream().mapToInt(file -> file.fixed().size()).sum();
        if (fixed == 0) {
            return "Nothing to fix.\n";
        }
        String what = FindingCount.plural(fixed, "finding") + " in " + FindingCount.plural(changed, "file");
        return isDone ? "Fixed " + what + ".\n" : "--fix would fix " + what + ".\n";
    }
}
