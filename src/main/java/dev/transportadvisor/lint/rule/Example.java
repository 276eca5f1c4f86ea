package dev.transportadvisor.lint.rule;

import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manifest in a rule's file. In its text {@code «} marks each place of a finding, in front of the first character.
 *
 * @param marked the text with its marks
 * @param decision the id of the transport that was decided on for it
 */
public record Example(String marked, Optional<String> decision) {

    private static final String MARK = "«";

    /** The manifest, without marks. It is JSON when it begins like it. */
    public String text() {
        return marked.replace(MARK, "");
    }

    /** The marked places, in the order of the text. */
    public List<Position> places() {
        SourceFile file = new SourceFile("example", text());
        List<Position> places = new ArrayList<>();
        for (int at = marked.indexOf(MARK); at >= 0; at = marked.indexOf(MARK, at + 1)) {
            places.add(file.position(at - places.size()));
        }
        return places;
    }
}
