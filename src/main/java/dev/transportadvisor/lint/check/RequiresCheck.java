package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.Quoted;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one part of a manifest requires of another: where all of {@code when} holds, one of {@code needs} must. What a
 * placeholder leaves open is never held against a manifest.
 *
 * @param each the values to look at one by one; none for the document as a whole
 * @param needs none where {@code when} is wrong by itself
 * @param noteWhen where all of these hold, a finding is but a note; never, if there are none
 * @param at the value to point at, or the nearest around it
 * @param atText which of several values to point at
 * @param fix changes that together put it right; none where only the author knows what is right
 * @param replaced what took the place of a text that is pointed at; moving on to it is the fix
 * @param message {@code {value}} stands for the text of the value that is pointed at, {@code {instead}} for what took
 *     its place
 */
record RequiresCheck(
        List<FieldPath> each,
        List<FieldTest> when,
        List<FieldTest> needs,
        List<FieldTest> noteWhen,
        FieldPath at,
        List<String> atText,
        List<Remedy> fix,
        Map<String, String> replaced,
        String message)
        implements Check {

    @Override
    public List<List<FieldPath>> places() {
        return FieldTest.places(each, when);
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        Answers answers = new Answers(document, new IdentityHashMap<>());
        List<Field> items = each.isEmpty()
                ? List.of(document)
                : each.stream().flatMap(path -> path.in(document).stream()).toList();
        Set<String> listed = replaced.isEmpty() ? Set.of() : texts(items);
        return items.stream()
                .filter(item -> answers.are(when, Truth.YES, item) && answers.are(needs, Truth.NO, item))
                // At one place there is one finding, whichever value is the cause.
                .limit(at.isAbsolute() ? 1 : Long.MAX_VALUE)
                .map(item -> finding(answers, item, listed));
    }

    private static Set<String> texts(List<Field> items) {
        return items.stream().flatMap(item -> item.text().stream()).collect(Collectors.toSet());
    }

    /**
     * What tests say. A question about the document is asked once, not for each value of a list.
     *
     * @param known by the test
     */
    private record Answers(Field document, Map<FieldTest, Truth> known) {

        boolean are(List<FieldTest> tests, Truth truth, Field item) {
            return tests.stream().allMatch(test -> of(test, item) == truth);
        }

        private Truth of(FieldTest test, Field item) {
            return test.isOfDocument()
                    ? known.computeIfAbsent(test, asked -> asked.of(document, document))
                    : test.of(document, item);
        }
    }

    private Finding finding(Answers answers, Field item, Set<String> listed) {
        Field place = place(at.isAbsolute() ? answers.document : item);
        Optional<String> instead = place.text().map(replaced::get);
        Finding finding = Finding.of(place, message, Map.of("instead", instead.map(Quoted::of).orElse("")))
                .with(instead.map(word -> List.of(moveOn(place, word, listed))).orElse(fix));
        boolean isNote = !noteWhen.isEmpty() && answers.are(noteWhen, Truth.YES, item);
        return isNote ? finding.asNote() : finding;
    }

    /** A list may hold the newer word already. */
    private static Remedy moveOn(Field old, String word, Set<String> listed) {
        return listed.contains(word) ? new Remedy.RemoveEntry(old, word) : new Remedy.ReplaceValue(old, word);
    }

    private Field place(Field item) {
        Optional<Field> named = at.in(item).stream()
                .filter(field -> atText.isEmpty() || hasText(field))
                .findFirst();
        return named.orElseGet(() -> at.nearest(item));
    }

    private boolean hasText(Field field) {
        return field.text().filter(text -> atText.stream().anyMatch(pattern -> FieldTest.matches(pattern, text)))
                .isPresent();
    }
}
