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

    /** More than any file within the size limit can need in earnest; each fix reads the file once more. */
    static final int MOST_FIXES = 500;

    /**
     * What became of a file.
     *
     * @param original as it was
     * @param file with all fixes that hold
     * @param fixed the findings that are gone, each as it was when it was fixed
     * @param unfixed the findings that a fix did not help, or helped only to another error
     */
    public record Fixed(
            SourceFile original, SourceFile file, List<Diagnostic> fixed, List<Diagnostic> unfixed) {

        public boolean isChanged() {
            return !fixed.isEmpty();
        }
    }

    public Fixed fix(SourceFile original) {
        SourceFile file = original;
        List<Diagnostic> now = findings.apply(file);
        List<Diagnostic> fixed = new ArrayList<>();
        List<Diagnostic> unfixed = new ArrayList<>();
        for (Optional<Attempt> next = next(file, now, unfixed);
                next.isPresent() && fixed.size() + unfixed.size() < MOST_FIXES;
                next = next(file, now, unfixed)) {
            Diagnostic finding = next.get().finding;
            List<Diagnostic> then = findings.apply(next.get().file);
            if (helps(finding, now, then)) {
                fixed.add(finding);
                file = next.get().file;
                now = then;
            } else {
                unfixed.add(finding);
            }
        }
        return new Fixed(original, file, fixed, unfixed);
    }

    /** A finding, and the file with its fix. */
    private record Attempt(Diagnostic finding, SourceFile file) {}

    private static Optional<Attempt> next(SourceFile file, List<Diagnostic> findings, List<Diagnostic> unfixed) {
        return findings.stream()
                .filter(finding -> unfixed.stream().noneMatch(tried -> isLike(tried, finding)))
                .flatMap(finding -> finding.fix().stream()
                        .map(fix -> new Attempt(
                                finding, file.withText(TextEdits.apply(file.text(), fix.edits())))))
                .findFirst();
    }

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
        Map<String, Long> old = misfits(before);
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

    private Map<String, Long> misfits(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> catalog.isAboutFit(finding.rule()))
                .collect(Collectors.groupingBy(
                        finding -> finding.rule().id(), Collectors.summingLong(Diagnostic::count)));
    }
}
