package dev.transportadvisor.edit;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;
import java.util.Optional;

/**
 * A change that has not been tried.
 *
 * @param intended what the document says afterwards; only values, keys and their order count
 */
record Change(List<TextEdit> edits, Node intended) {

    /** The edits, if the file's text reads as intended with them. */
    Optional<List<TextEdit>> tried(SourceFile file) {
        if (edits.isEmpty() || TextEdits.doOverlap(edits)) {
            return Optional.empty();
        }
        try {
            Node result = DocumentReader.read(file.withText(TextEdits.apply(file.text(), edits)));
            return SameContent.of(intended, result) ? Optional.of(TextEdits.inOrder(edits)) : Optional.empty();
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
