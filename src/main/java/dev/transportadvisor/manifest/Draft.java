package dev.transportadvisor.manifest;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;
import java.util.Optional;

/**
 * A change that has not been tried.
 *
 * @param intended what the document says afterwards; only values, keys and their order count
 */
record Draft(List<TextEdit> edits, Node intended) {

    /** The edits, if the manifest's text reads as intended with them. */
    Optional<List<TextEdit>> tried(Manifest manifest) {
        if (edits.isEmpty() || TextEdits.doOverlap(edits)) {
            return Optional.empty();
        }
        try {
            return Tree.sayTheSame(intended, manifest.edited(edits).root())
                    ? Optional.of(TextEdits.inOrder(edits))
                    : Optional.empty();
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
