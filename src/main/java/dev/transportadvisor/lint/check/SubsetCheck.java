package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Message;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether all values of one list stand in another as well.
 *
 * @param pairs lists that belong together
 * @param message {@code {value}} stands for the value that is missing in the other list
 */
record SubsetCheck(List<Pair> pairs, String message) implements Check {

    /**
     * Two lists.
     *
     * @param each the values of the smaller
     * @param in the values of the larger
     */
    record Pair(FieldPath each, FieldPath in) {}

    @Override
    public List<Finding> findings(Subject subject) {
        Field document = subject.manifest().document();
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : pairs) {
            List<Field> larger = pair.in.in(document);
            if (larger.stream().noneMatch(Field::isPlaceholder)) {
                pair.each.in(document).stream()
                        .filter(field -> field.text().isPresent() && !field.isPlaceholder())
                        .filter(field -> larger.stream().noneMatch(other -> other.text().equals(field.text())))
                        .forEach(field -> findings.add(Finding.at(field, Message.fill(message, field))));
            }
        }
        return findings;
    }
}
