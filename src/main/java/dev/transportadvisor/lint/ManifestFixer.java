package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies the fixes of a file's findings, one after the other, and looks at the text anew after each, so that no two
 * ever overlap.
 *
 * @param findings what is wrong with a text and may be fixed
 */
public record ManifestFixer(RuleCatalog catalog, Function<SourceFile, List<Diagnostic>> findings) {

    /** More than any file within the size limit can need in earnest. */
    static final int MOST_FIXES = 500;

    /**
     * How much text is read in all, once for each fix that is looked for and once for each that is made. It takes about
     * a second, and is enough for {@link #MOST_FIXES} of a usual manifest, which has a few thousand characters.
     */
    private static final int MOST_CHARACTERS = 3 << 20;

    /**
     * What became of a file.
     *
     * @param original as it was
     * @param file with all fixes that hold
     * @param fixed the findings that are gone, each as it was when it was fixed
     * @param unfixed the findings that a fix did not help, or helped only to another error
     * @param isComplete whether all fixes were tried; of a large file or one full of faults they would take too long
     */
    public record Fixed(
            SourceFile original,
            SourceFile file,
            List<Diagnostic> fixed,
            List<Diagnostic> unfixed,
            boolean isComplete) {

        public boolean isChanged() {
            return !fixed.isEmpty();
        }
    }

    public Fixed fix(SourceFile original) {
        Session session = new Session(original);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = session.fixNext();
        }
        return session.result(original);
    }

    /** A file on its way through its fixes. */
    private final class Session {

        private final List<Diagnostic> fixed = new ArrayList<>();
        private final List<Diagnostic> unfixed = new ArrayList<>();
        private SourceFile file;
        private List<Diagnostic> now;
        private int read;

        Session(SourceFile original) {
            file = original;
            now = findings.apply(original);
        }

        /** Whether there was something to try. */
        boolean fixNext() {
            Optional<Attempt> next = Optional.empty();
            for (int i = 0; i < now.size() && next.isEmpty(); i++) {
                next = attempt(now.get(i));
            }
            next.ifPresent(this::make);
            return next.isPresent();
        }

        private Optional<Attempt> attempt(Diagnostic finding) {
            if (finding.fixSearch() == Diagnostic.NO_FIX
                    || unfixed.stream().anyMatch(tried -> isLike(tried, finding))
                    || !isWithinReach()) {
                return Optional.empty();
            }
            read += file.text().length();
            return finding.fix().map(fix -> new Attempt(
                    finding, file.withText(TextEdits.apply(file.text(), fix.edits()))));
        }

        private void make(Attempt attempt) {
            read += file.text().length();
            List<Diagnostic> then = findings.apply(attempt.file);
            if (helps(attempt.finding, now, then)) {
                fixed.add(attempt.finding);
                file = attempt.file;
                now = then;
            } else {
                unfixed.add(attempt.finding);
            }
        }

        private boolean isWithinReach() {
            return fixed.size() + unfixed.size() < MOST_FIXES
                    && read < MOST_CHARACTERS
                    && ManifestLinter.isFixable(file);
        }

        Fixed result(SourceFile original) {
            return new Fixed(original, file, fixed, unfixed, now.isEmpty() || isWithinReach());
        }
    }

    /** A finding, and the file with its fix. */
    private record Attempt(Diagnostic finding, SourceFile file) {}

    private static boolean isLike(Diagnostic one, Diagnostic other) {
        return one.rule().equals(other.rule())
                && one.pointer().equals(other.pointer())
                && one.message().equals(other.message());
    }

    /**
     * Whether fewer findings of its rule are left, and no more keys and types that do not fit: those would say that the
     * guess was wrong. Other errors may come to light, such as the scope that events need which nobody saw before.
     * Places shift, so findings are counted.
     */
    private boolean helps(Diagnostic finding, List<Diagnostic> before, List<Diagnostic> after) {
        Map<RuleDescriptor, Long> old = misfits(before);
        return count(after, finding.rule()) < count(before, finding.rule())
                && misfits(after).entrySet().stream()
                        .allMatch(rule -> rule.getValue() <= old.getOrDefault(rule.getKey(), 0L));
    }

    private static long count(List<Diagnostic> findings, RuleDescriptor rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .mapToLong(Diagnostic::count)
                .sum();
    }

    private Map<RuleDescriptor, Long> misfits(List<Diagnostic> findings) {
        Map<RuleDescriptor, Long> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.groupingBy(Diagnostic::rule, Collectors.summingLong(Diagnostic::count)));
        errors.keySet().removeIf(rule -> !catalog.isAboutFit(rule));
        return errors;
    }
}
