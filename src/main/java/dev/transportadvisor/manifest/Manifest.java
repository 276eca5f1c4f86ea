package dev.transportadvisor.manifest;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;

/**
 * An app manifest as it stands in a file. It is not bound to the SDK's class for manifests, which lacks current
 * keys and would lose them.
 */
public record Manifest(SourceFile file, Node root) {

    /** The key that every manifest has and hardly any other document; Slack's schema requires no other. */
    public static final String HALLMARK = "display_information";

    /**
     * The manifest after some edits.
     *
     * @throws dev.transportadvisor.source.InputException if the text is no document any more
     */
    public Manifest edited(List<TextEdit> edits) {
        SourceFile edited = file.withText(TextEdits.apply(file.text(), edits));
        return new Manifest(edited, DocumentReader.read(edited));
    }

    /** The whole document, from which {@link FieldPath}s start. */
    public Field document() {
        return Field.ofDocument(root);
    }
}
