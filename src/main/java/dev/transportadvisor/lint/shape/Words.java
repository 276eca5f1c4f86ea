package dev.transportadvisor.lint.shape;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Allowed words in a sentence: all of a few, else the command that lists them. */
final class Words {

    private static final int MOST_CHARACTERS = 100;

    /** What can be asked about: a path, or of a longer one its last key. */
    private static final Pattern ASKED = Pattern.compile("[\\w.-]{1,60}");

    private Words() {}

    /** All of them, if they fit into a sentence. */
    static Optional<String> allOf(List<String> words) {
        String all = String.join(", ", words);
        return all.length() <= MOST_CHARACTERS ? Optional.of(all) : Optional.empty();
    }

    /** The command that lists what may stand in a place. */
    static String lister(String pointer) {
        String path = pointer.replace('/', '.').replaceFirst("^\\.", "");
        return Stream.of(path, path.substring(path.lastIndexOf('.') + 1))
                .filter(word -> ASKED.matcher(word).matches())
                .findFirst()
                .map(word -> "`transport-advisor rules explain " + word + "`")
                .orElse("`transport-advisor rules list --kind field`");
    }
}
