package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.Keyword;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether URLs agree on a part. Of those that differ from most, the first is found. What is still to be filled in is
 * left out.
 *
 * @param at the values that hold URLs
 * @param when what must hold besides; all of it
 * @param message {@code {value}} stands for the URL, {@code {other}} for one of most, {@code {line}} for its line
 */
record AgreementCheck(HostCatalog catalog, List<FieldPath> at, Part part, List<FieldTest> when, String message)
        implements Check {

    /** What they agree on. */
    enum Part implements Keyword {
        HOST,
        PATH
    }

    private static final Pattern AROUND_PATH = Pattern.compile("^[a-zA-Z]+://[^/?#]*|(?s)[?#].*$");

    @Override
    public List<List<FieldPath>> places() {
        return FieldTest.places(at, when);
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        if (when.stream().anyMatch(test -> test.of(document, document) != Truth.YES)) {
            return Stream.empty();
        }
        List<Field> urls = filledIn(at, subject);
        Map<String, List<Field>> byPart = new LinkedHashMap<>();
        urls.forEach(url -> byPart.computeIfAbsent(partOf(url), key -> new ArrayList<>()).add(url));
        return byPart.size() < 2 ? Stream.empty() : Stream.of(finding(urls, byPart));
    }

    /** What leads somewhere already, in the order of the text. */
    static List<Field> filledIn(List<FieldPath> at, Subject subject) {
        return at.stream()
                .flatMap(path -> path.in(subject.document()).stream())
                .filter(field -> isFilledIn(field, subject))
                .sorted(Comparator.comparing(field -> field.place().start()))
                .toList();
    }

    private Finding finding(List<Field> urls, Map<String, List<Field>> byPart) {
        int most = byPart.values().stream().mapToInt(List::size).max().orElseThrow();
        Field usual = urls.stream()
                .filter(url -> byPart.get(partOf(url)).size() == most)
                .findFirst()
                .orElseThrow();
        List<Field> others = urls.stream()
                .filter(url -> !partOf(url).equals(partOf(usual)))
                .toList();
        Map<String, String> words = Map.of(
                "other", Quoted.of(usual.text().orElse("")),
                "line", String.valueOf(usual.place().start().line()));
        return Finding.of(others.get(0), message, words).andOf(others.subList(1, others.size()));
    }

    private static boolean isFilledIn(Field field, Subject subject) {
        return field.text()
                .filter(url -> !field.isPlaceholder()
                        && subject.hosts().kindOf(url) != HostCatalog.Kind.PLACEHOLDER)
                .isPresent();
    }

    private String partOf(Field field) {
        String url = field.text().orElse("");
        return part == Part.HOST ? catalog.hostOf(url) : AROUND_PATH.matcher(url).replaceAll("");
    }
}
