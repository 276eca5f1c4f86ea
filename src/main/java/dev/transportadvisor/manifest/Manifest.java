package dev.transportadvisor.manifest;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SourceFile;
import java.util.regex.Pattern;

/**
 * An app manifest as it stands in a file. It is not bound to the SDK's class for manifests, which lacks current
 * keys and would lose them.
 */
public record Manifest(SourceFile file, Node root) {

    /** The key that every manifest has and hardly any other document; Slack's schema requires no other. */
    public static final String HALLMARK = "display_information";

    /** In YAML at the start of a line or of a mapping in braces, in JSON in quotes. */
    private static final Pattern HALLMARK_KEY =
            Pattern.compile("(?m)(^|\\{\\s*|\"|')" + HALLMARK + "[\"']?\\s*:");

    /** The whole document, from which {@link FieldPath}s start. */
    public Field document() {
        return Field.ofDocument(root);
    }

    /** The version of the format that it is written in. */
    public ManifestVersion version() {
        return ManifestVersion.of(document());
    }

    /**
     * Whether a file among others is a manifest. One that mentions {@link #HALLMARK} as a key but cannot be parsed
     * counts as one, since it is more likely broken than something else.
     */
    public static boolean isLikelyIn(SourceFile file) {
        if (!HALLMARK_KEY.matcher(file.text()).find()) {
            return false;
        }
        try {
            return new Manifest(file, DocumentReader.read(file)).document().child(HALLMARK).isPresent();
        } catch (InputException e) {
            return true;
        }
    }
}
