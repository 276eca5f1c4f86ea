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

    /** At the start of a line, as only the keys of the document itself stand in YAML. */
    private static final Pattern ROOT_KEY = Pattern.compile("(?m)^" + HALLMARK + "\\s*:");

    /** As a key anywhere: in braces or in quotes. */
    private static final Pattern ANY_KEY = Pattern.compile("[{,\"'\\s]" + HALLMARK + "[\"']?\\s*:");

    /** The whole document, from which {@link FieldPath}s start. */
    public Field document() {
        return Field.ofDocument(root);
    }

    /**
     * Whether a file among others is a manifest. One that mentions {@link #HALLMARK} as a key but cannot be parsed
     * counts as one, since it is more likely broken than something else.
     */
    public static boolean isLikelyIn(SourceFile file) {
        if (ROOT_KEY.matcher(file.text()).find()) {
            return true;
        } else if (!ANY_KEY.matcher(file.text()).find()) {
            return false;
        }
        try {
            return new Manifest(file, DocumentReader.read(file)).document().child(HALLMARK).isPresent();
        } catch (InputException e) {
            return true;
        }
    }
}
