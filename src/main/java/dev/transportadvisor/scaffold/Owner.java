package dev.transportadvisor.scaffold;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whose a file is: what lies in a folder {@code feature/<id>} or {@code deploy/<id>} belongs to that feature. */
final class Owner {

    private static final List<String> FOLDERS = List.of("feature", "deploy");

    private Owner() {}

    /**
     * The id of the feature that the folders of a path name, as its language spells it: {@code privatesystems} and
     * {@code private_systems} are given back as they stand.
     */
    static Optional<String> spelt(String path) {
        List<String> parts = List.of(path.split("/"));
        return IntStream.range(0, parts.size() - 2)
                .filter(i -> FOLDERS.contains(parts.get(i)))
                .mapToObj(i -> parts.get(i + 1))
                .findFirst();
    }

    static boolean is(String feature, String path) {
        return spelt(path).filter(folder -> plain(folder).equals(plain(feature))).isPresent();
    }

    private static String plain(String id) {
        return id.replace("-", "").replace("_", "");
    }
}
