package dev.transportadvisor.lint.shape;

import java.util.List;
import java.util.Optional;

/** Allowed words in a sentence: all of a few, else the command that lists them. */
final class Words {

    private static final int MOST_CHARACTERS = 100;

    /** A longer path is told by its last key. */
    private static final int LONGEST_PATH = 60;

    private Words() {}

    /** All of them, if they fit into a sentence. */
    static Optional<String> allOf(List<String> words) {
        String all = String.join(", ", words);
        return all.length() <= MOST_CHARACTERS ? Optional.of(all) : Optional.empty();
    }

    /** The command that lists what may stand in a place. */
    static String lister(String pointer) {
        if (pointer.isEmpty()) {
            return "`transport-advisor rules list --kind field`";
        }
        String path = pointer.substring(1).replace('/', '.');
        boolean isShort = path.matches("[\\w.-]{1," + LONGEST_PATH + "}");
        return "`transport-advisor rules explain " + (isShort ? path : path.replaceFirst(".*\\.", "")) + "`";
    }
}
