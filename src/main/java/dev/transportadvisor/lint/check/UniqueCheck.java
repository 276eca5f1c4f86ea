package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Message;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether values differ from each other. Of equal ones, all but the first are found.
 *
 * @param paths each names values that must differ; those of several paths may be the same
 * @param message {@code {value}} stands for the value, {@code {line}} for the line of the first
 */
record UniqueCheck(List<FieldPath> paths, String message) implements Check {

    @Override
    public List<Finding> findings(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (FieldPath path : paths) {
            Map<String, Field> firsts = new HashMap<>();
            for (Field field : path.in(subject.manifest().document())) {
                Field first = field.text()
                        .filter(text -> !field.isPlaceholder())
                        .map(text -> firsts.putIfAbsent(text, field))
                        .orElse(null);
                if (first != null) {
                    String line = String.valueOf(first.place().start().line());
                    findings.add(Finding.at(field, Message.fill(message, field, Map.of("line", line))));
                }
            }
        }
        return findings;
    }
}
