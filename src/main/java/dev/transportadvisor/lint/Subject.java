package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.ScalarNode;
import java.util.Optional;

/**
 * What is checked.
 *
 * @param manifest without its secrets, so that no message can repeat one
 * @param decision the id of the transport that was decided on, where that is known
 * @param secrets where secrets stood
 */
record Subject(Manifest manifest, Optional<String> decision, Secrets secrets) {

    /** Puts asterisks in the place of secrets, in what is checked and in what is shown of the file. */
    static Subject of(Manifest manifest, Optional<String> decision, SecretShapes shapes) {
        Secrets secrets = shapes.in(manifest.file(), manifest.root());
        if (secrets.all().isEmpty()) {
            return new Subject(manifest, decision, secrets);
        }
        Manifest masked = new Manifest(
                secrets.hide(manifest.file()), manifest.root().withScalars(scalar -> masked(scalar, secrets)));
        return new Subject(masked, decision, secrets);
    }

    private static ScalarNode masked(ScalarNode scalar, Secrets secrets) {
        return secrets.in(scalar.span()).isEmpty()
                ? scalar
                : new ScalarNode("*".repeat(scalar.text().length()), scalar.kind(), scalar.span());
    }
}
