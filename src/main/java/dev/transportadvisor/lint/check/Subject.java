package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.host.HostsOfFile;
import dev.transportadvisor.lint.secret.Secrets;
import dev.transportadvisor.lint.shape.ShapeFault;
import dev.transportadvisor.lint.shape.ShapeWalk;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * What is checked.
 *
 * @param manifest without its secrets, so that no message can repeat one
 * @param decision the id of the transport that was decided on, where that is known
 * @param shape where the manifest is not of the shape that Slack describes
 * @param secrets where secrets stood
 * @param hosts where its URLs lead
 * @param scopes the names of those that are asked for
 * @param events the names of those that are subscribed
 */
public record Subject(
        Manifest manifest,
        Optional<String> decision,
        List<ShapeFault> shape,
        Secrets secrets,
        HostsOfFile hosts,
        List<ListedName> scopes,
        List<ListedName> events) {

    /** Puts asterisks in the place of secrets, in what is checked and in what is shown of the file. */
    public static Subject of(Manifest manifest, Optional<String> decision, Facts facts) {
        Secrets secrets = facts.secrets().in(manifest.file(), manifest.root());
        HostsOfFile hosts = new HostsOfFile(facts.hosts());
        Manifest masked = secrets.all().isEmpty() ? manifest : masked(manifest, secrets);
        return new Subject(
                masked,
                decision,
                ShapeWalk.faults(
                        facts.fields(),
                        masked,
                        url -> hosts.kindOf(url) == HostCatalog.Kind.PLACEHOLDER),
                secrets,
                hosts,
                ListedName.in(masked.document(), Token::scopes),
                ListedName.in(masked.document(), Token::events));
    }

    Field document() {
        return manifest.document();
    }

    private static Manifest masked(Manifest manifest, Secrets secrets) {
        return new Manifest(secrets.shownFile(), manifest.root().withScalars(scalar -> masked(scalar, secrets)));
    }

    private static ScalarNode masked(ScalarNode scalar, Secrets secrets) {
        return new ScalarNode(secrets.masked(scalar.text(), scalar.span()), scalar.kind(), scalar.span());
    }
}
