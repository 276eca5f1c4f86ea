package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Follows the symbolic links of a path, of which none may lead out of the folder in which it stands: {@code /tmp} may
 * be a link to {@code /private/tmp}. Each link is read once, so what is allowed is what is used, however fast somebody
 * else puts another link in its place.
 */
final class Links {

    /** As many as Linux follows; more go in circles. */
    private static final int MOST = 40;

    private int followed;

    private Links() {}

    /**
     * The path without links; what does not exist yet stays as it is.
     *
     * @param path absolute
     * @throws InputException if a link leads out or nowhere
     */
    static Path follow(Path path) throws IOException {
        return new Links().follow(path.getRoot(), path);
    }

    /** Whether a path has no links by now. */
    static boolean areNoneIn(Path path) {
        return !Files.isSymbolicLink(path) && (path.getParent() == null || areNoneIn(path.getParent()));
    }

    private Path follow(Path folder, Path path) throws IOException {
        Path place = path.isAbsolute() ? path.getRoot() : folder;
        for (Path name : path) {
            Path parent = place.getParent() == null ? place : place.getParent();
            place = switch (name.toString()) {
                case "." -> place;
                case ".." -> parent;
                default -> end(place.resolve(name));
            };
        }
        return place;
    }

    /** @param path without links but for the last name */
    private Path end(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        followed++;
        Path end = followed > MOST ? path : follow(path.getParent(), Files.readSymbolicLink(path));
        if (Files.notExists(end, LinkOption.NOFOLLOW_LINKS) || followed > MOST) {
            throw refused(path, "is a symbolic link that leads nowhere. Name another folder.");
        } else if (!end.startsWith(path.getParent())) {
            throw refused(
                    path,
                    "is a symbolic link that leads out, to " + Quoted.visible(end.toString())
                            + ". If you mean that folder, name it itself.");
        }
        return end;
    }

    private static InputException refused(Path link, String reason) {
        return new InputException(Quoted.visible(link.toString()) + " " + reason);
    }
}
