package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.secret.Secrets;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the file holds secrets, comments included. A finding says where, and never what.
 *
 * @param message {@code {what}} stands for what the secret looks like
 */
record SecretCheck(String message) implements Check {

    @Override
    public List<Finding> findings(Subject subject) {
        if (subject.secrets().all().isEmpty()) {
            return List.of();
        }
        Map<Secrets.Secret, String> pointers = new HashMap<>();
        addPointers(subject.manifest().document(), subject.secrets(), pointers);
        List<Finding> findings = new ArrayList<>();
        for (Secrets.Secret secret : subject.secrets().all()) {
            findings.add(new Finding(
                    // A comment belongs to no value.
                    pointers.getOrDefault(secret, ""),
                    secret.span(),
                    message.replace("{what}", secret.what()),
                    Optional.empty(),
                    List.of()));
        }
        return findings;
    }

    private static void addPointers(Field field, Secrets secrets, Map<Secrets.Secret, String> pointers) {
        field.key().ifPresent(key -> addPointer(field, key, secrets, pointers));
        if (field.value() instanceof ScalarNode value) {
            addPointer(field, value, secrets, pointers);
        }
        field.children().forEach(child -> addPointers(child, secrets, pointers));
    }

    private static void addPointer(
            Field field, ScalarNode scalar, Secrets secrets, Map<Secrets.Secret, String> pointers) {
        secrets.in(scalar.span()).forEach(secret -> pointers.putIfAbsent(secret, field.pointer()));
    }
}
