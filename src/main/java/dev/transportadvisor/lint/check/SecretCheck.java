package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.secret.Secrets;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the file holds secrets, comments included. A finding says where, and never what.
 *
 * @param message {@code {what}} stands for what the secret looks like
 */
record SecretCheck(String message) implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        if (subject.secrets().all().isEmpty()) {
            return Stream.empty();
        }
        Map<Secrets.Secret, String> pointers = new HashMap<>();
        addPointers(subject.document(), subject.secrets(), pointers);
        // A comment belongs to no value.
        return subject.secrets().all().stream()
                .map(secret -> new Finding(
                        pointers.getOrDefault(secret, ""),
                        secret.span(),
                        message.replace("{what}", secret.what()),
                        Optional.empty(),
                        List.of()));
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
