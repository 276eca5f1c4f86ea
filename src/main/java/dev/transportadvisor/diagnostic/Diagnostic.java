package dev.transportadvisor.diagnostic;

import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Place;
import dev.transportadvisor.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One finding.
 *
 * @param severity the rule's own, unless what is known about this place justifies less
 * @param pointer JSON Pointer (RFC 6901) to the value in question
 * @param fixSearch looks for a safe change that makes the finding go away; only when asked, since each is tried on the
 *     text
 * @param others further places of the same cause
 * @param count how many findings this stands for: 1, or itself and others like it, which are not listed
 * @param advice what to do in this case, where the rule speaks of several
 */
public record Diagnostic(
        RuleDescriptor rule,
        Severity severity,
        String message,
        Place location,
        String pointer,
        Supplier<Optional<Fix>> fixSearch,
        List<Spot> others,
        int count,
        Optional<String> advice) {

    /**
     * A place in the same file.
     *
     * @param pointer JSON Pointer (RFC 6901) to the value
     */
    public record Spot(String pointer, Span span) {}

    /** What a message holds at most: more than two lines of a report nobody reads. */
    public static final int MOST_CHARACTERS = 200;

    /** For what cannot be changed safely. */
    public static final Supplier<Optional<Fix>> NO_FIX = Optional::empty;

    /** By file, then position, then rule: the order of every report. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic finding) -> finding.location.path())
            .thenComparing(finding -> finding.location.span().start())
            .thenComparing(finding -> finding.rule.id())
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::pointer);

    /** A finding about one place. */
    public Diagnostic(
            RuleDescriptor rule,
            Severity severity,
            String message,
            Place location,
            String pointer,
            Supplier<Optional<Fix>> fixSearch) {
        this(rule, severity, message, location, pointer, fixSearch, List.of(), 1, Optional.empty());
    }

    /** A finding as severe as its rule says, with nothing that could be changed safely. */
    public Diagnostic(RuleDescriptor rule, String message, Location location, String pointer) {
        this(rule, rule.severity(), message, location.place(), pointer, NO_FIX);
    }

    /** The same finding, taken more or less seriously. */
    public Diagnostic withSeverity(Severity other) {
        return new Diagnostic(rule, other, message, location, pointer, fixSearch, others, count, advice);
    }

    /** The same finding, with one more sentence. */
    public Diagnostic because(String sentence) {
        return new Diagnostic(
                rule, severity, message + " " + sentence, location, pointer, fixSearch, others, count, advice);
    }

    /** The same finding, to be left as it is. */
    public Diagnostic withoutFix() {
        return new Diagnostic(rule, severity, message, location, pointer, NO_FIX, others, count, advice);
    }

    /** The same finding, with its change looked for now; nothing of the text is kept. */
    public Diagnostic withFoundFix() {
        Optional<Fix> found = fix();
        return new Diagnostic(rule, severity, message, location, pointer, () -> found, others, count, advice);
    }

    /** The same finding in place of several like it. */
    public Diagnostic standingFor(int several) {
        return new Diagnostic(rule, severity, message, location, pointer, fixSearch, others, several, advice);
    }

    /** What to do. */
    public String remedy() {
        return advice.orElse(rule.remedy());
    }

    /** The lines that it is about. */
    public Stream<Integer> lines() {
        return Stream.concat(Stream.of(location.span()), others.stream().map(Spot::span))
                .map(span -> span.start().line());
    }

    /** What it is about, as JSON Pointers. */
    public Stream<String> pointers() {
        return Stream.concat(Stream.of(pointer), others.stream().map(Spot::pointer));
    }

    /** The message, and how many like it are not listed. */
    public String sentences() {
        return count == 1
                ? message
                : message + String.format(Locale.ROOT, " And %,d more like it.", count - 1);
    }

    /** A safe change that makes the finding go away, where there is one. */
    public Optional<Fix> fix() {
        return fixSearch.get();
    }
}
