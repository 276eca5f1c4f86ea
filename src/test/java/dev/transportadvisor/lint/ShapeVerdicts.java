package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that is wrong with one manifest, so that the schema's verdicts and ours can be compared. */
record ShapeVerdicts(Set<ShapeVerdict> all) {

    private static final Pattern MISSING = Pattern.compile("lacks the key `([^`]*)`");
    private static final Pattern OPTIONS = Pattern.compile("(/external_auth_providers/oauth2/[^/]*/options)(/.*)?");

    ShapeVerdicts {
        Set<ShapeVerdict> verdicts = all.stream().map(ShapeVerdicts::ofAlternatives).collect(Collectors.toSet());
        all = verdicts.stream()
                .filter(verdict -> !followsFromAnother(verdict, verdicts))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What our rules say, as far as it is this severe. */
    static ShapeVerdicts of(List<Diagnostic> findings, Collection<Severity> severities) {
        return new ShapeVerdicts(findings.stream()
                .filter(finding -> severities.contains(finding.severity()))
                .flatMap(finding -> verdict(finding).stream())
                .collect(Collectors.toSet()));
    }

    private static List<ShapeVerdict> verdict(Diagnostic finding) {
        String pointer = finding.pointer();
        String parent = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
        String key = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        return switch (finding.rule().id()) {
            case "unknown-key", "misplaced-key" -> List.of(new ShapeVerdict(parent, "unknown " + key));
            case "duplicate-key" -> List.of(new ShapeVerdict(parent, "duplicate " + key));
            case "missing-key" -> List.of(new ShapeVerdict(pointer, "missing " + missing(finding)));
            case "wrong-type" -> List.of(new ShapeVerdict(pointer, "type"));
            case "text-length" -> List.of(new ShapeVerdict(pointer, "length"));
            case "item-count" -> List.of(new ShapeVerdict(pointer, "count"));
            case "invalid-value" -> List.of(
                    finding.message().contains(" repeats ")
                            ? new ShapeVerdict(parent, "unique")
                            : new ShapeVerdict(pointer, "value"));
            default -> List.of();
        };
    }

    private static String missing(Diagnostic finding) {
        Matcher matcher = MISSING.matcher(finding.message());
        return matcher.find() ? matcher.group(1) : "?";
    }

    /** Of alternatives none of which fits, a schema complains of all, we of one: that none fits is what counts. */
    private static ShapeVerdict ofAlternatives(ShapeVerdict verdict) {
        Matcher options = OPTIONS.matcher(verdict.pointer());
        if (options.matches() && !verdict.fault().startsWith("duplicate ")) {
            return new ShapeVerdict(options.group(1), "no alternative fits");
        }
        return verdict.fault().equals("unexpected anyOf") ? new ShapeVerdict(verdict.pointer(), "type") : verdict;
    }

    /** We say one thing of a value where a schema says all: a text of the wrong length matches no pattern either. */
    private static boolean followsFromAnother(ShapeVerdict verdict, Set<ShapeVerdict> all) {
        return verdict.fault().equals("value")
                && (all.contains(new ShapeVerdict(verdict.pointer(), "length"))
                        || all.contains(new ShapeVerdict(verdict.pointer(), "type")));
    }
}
