package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Whether URLs of one host have paths that differ as by a slip of the hand: in one letter of a longer word, in case, in
 * slashes; or where one has no path. Other paths differ on purpose. The first such URL is found.
 *
 * @param at the values that hold URLs
 * @param when what must hold besides; all of it
 * @param message {@code {value}} stands for the URL, {@code {other}} for the one before it, {@code {line}} for its line
 */
record PathSlipCheck(HostCatalog catalog, List<FieldPath> at, List<FieldTest> when, String message) implements Check {

    /** Slack takes no more commands; each of these is compared with each. */
    private static final int MOST_URLS = 50;

    /** In shorter words, and in numbers, one letter makes the difference between names. */
    private static final Pattern WORD = Pattern.compile("[a-z_-]{5,}");

    private static final Pattern URL = Pattern.compile("https?://[^/?#]*([^?#]{0,100})(?:[?#].*)?", Pattern.DOTALL);
    private static final DamerauLevenshteinDistance ONE_EDIT = new DamerauLevenshteinDistance(1);

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
        List<Field> urls = AgreementCheck.filledIn(at, subject).stream()
                .filter(url -> URL.matcher(text(url)).matches())
                .limit(MOST_URLS)
                .toList();
        return urls.stream()
                .flatMap(url -> urls.stream()
                        .takeWhile(before -> before != url)
                        .filter(before -> isSlip(before, url))
                        .map(before -> finding(url, before)))
                .limit(1);
    }

    private Finding finding(Field url, Field before) {
        String line = String.valueOf(before.place().start().line());
        return Finding.of(url, message, Map.of("other", Quoted.of(text(before)), "line", line));
    }

    private boolean isSlip(Field one, Field other) {
        return !path(one).equals(path(other))
                && catalog.hostOf(text(one)).equals(catalog.hostOf(text(other)))
                && isSlip(words(path(one)), words(path(other)));
    }

    private static boolean isSlip(List<String> words, List<String> others) {
        if (words.size() != others.size()) {
            return words.isEmpty() || others.isEmpty();
        }
        List<Integer> different = IntStream.range(0, words.size())
                .filter(i -> !words.get(i).equals(others.get(i)))
                .boxed()
                .toList();
        return different.size() <= 1
                && different.stream().allMatch(i -> isSlip(words.get(i), others.get(i)));
    }

    private static boolean isSlip(String word, String other) {
        return WORD.matcher(word).matches()
                && WORD.matcher(other).matches()
                && ONE_EDIT.apply(word, other) >= 0;
    }

    private static String path(Field url) {
        return URL.matcher(text(url)).replaceFirst("$1");
    }

    private static List<String> words(String path) {
        return Stream.of(path.toLowerCase(Locale.ROOT).split("/+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(Field url) {
        return url.text().orElse("");
    }
}
