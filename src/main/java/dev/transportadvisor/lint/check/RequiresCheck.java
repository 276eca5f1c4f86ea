package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Message;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param message {@code {value}} stands for the text of the value that is pointed at
 */
record RequiresCheck(
        List<FieldPath> each,
        List<FieldTest> when,
        List<FieldTest> needs,
        List<FieldTest> noteWhen,
        FieldPath at,
        List<String> atText,
        List<Remedy> fix,
        String message)
        implements Check {

    @Override
    public List<Finding> findings(Subject subject) {
        Field document = subject.manifest().document();
        List<Finding> findings = new ArrayList<>();
        List<Field> items = each.isEmpty()
                ? List.of(document)
                : each.stream().flatMap(path -> path.in(document).stream()).toList();
        for (Field item : items) {
            if (are(when, Truth.YES, document, item) && are(needs, Truth.NO, document, item)) {
                boolean isNote = !noteWhen.isEmpty() && are(noteWhen, Truth.YES, document, item);
                Finding finding = finding(at.isAbsolute() ? document : item);
                findings.add(isNote ? finding.asNote() : finding);
            }
        }
        return findings;
    }

    private static boolean are(List<FieldTest> tests, Truth truth, Field document, Field item) {
        for (FieldTest test : tests) {
            if (test.of(document, item) != truth) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(Field item) {
        Field place = place(item);
        return Finding.at(place, Message.fill(message, place)).with(fix);
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
