package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Quoted;
import java.util.List;

/** Says how many findings were fixed, and which were not although they have a fix. */
public final class FixFormatter {

    private FixFormatter() {}

    /** @param isDone whether the files are changed; otherwise they would be */
    public static String format(List<Fixed> files, boolean isDone) {
        StringBuilder text = new StringBuilder();
        for (Fixed file : files) {
            file.unfixed().forEach(finding -> text.append(leftOut(finding)));
        }
        long changed = files.stream().filter(Fixed::isChanged).count();
        int fixed = files.stream().mapToInt(file -> file.fixed().size()).sum();
        return text.append(sentence(fixed, changed, isDone)).toString();
    }

    private static String leftOut(Diagnostic finding) {
        Position start = finding.location().span().start();
        return Quoted.visible(finding.location().path()) + ":" + start.line() + ":" + start.column()
                + ": The fix of this is left out, since other keys or values would not fit then. ["
                + finding.rule().id() + "]\n";
    }

    private static String sentence(int fixed, long files, boolean isDone) {
        if (fixed == 0) {
            return "Nothing to fix.\n";
        }
        String what = (fixed == 1 ? "1 finding" : fixed + " findings") + " in "
                + (files == 1 ? "1 file" : files + " files");
        return isDone ? "Fixed " + what + ".\n" : "--fix would fix " + what + ".\n";
    }
}
