package dev.transportadvisor.diagnostic;

import dev.transportadvisor.source.TextEdit;
import java.util.List;

/**
 * A safe change that makes a finding go away.
 *
 * @param description what the change does, as an order without a full stop, such as {@code "Add the scope `x`"}
 * @param edits in the order of the text; they do not overlap
 */
public record Fix(String description, List<TextEdit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }
}
