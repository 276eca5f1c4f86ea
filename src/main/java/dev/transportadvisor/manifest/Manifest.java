package dev.transportadvisor.manifest;

import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SourceFile;

/**
 * An app manifest as it stands in a file. It is not bound to the SDK's class for manifests, which lacks current
 * keys and would lose them.
 */
public record Manifest(SourceFile file, Node root) {

    /** The key that every manifest has and hardly any other document; Slack's schema requires no other. */
    public static final String HALLMARK = "display_information";

    /** The whole document, from which {@link FieldPath}s start. */
    public Field document() {
        return Field.ofDocument(root);
    }

    /** The version of the format that it is written in. */
    public ManifestVersion version() {
        return ManifestVersion.of(document());
    }
}
