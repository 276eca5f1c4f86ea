package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.FileTrouble;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A hidden folder beside the target, or in it where it exists, in which a bot grows until it is complete. Closing
 * it removes what was made, unless it has been moved to the target.
 *
 * <p>Where others may write as well, they may put a link in the way at any moment. A folder that turns out to lie
 * elsewhere than its path says is not written to.
 */
final class Staging implements AutoCloseable {

    /** What the names of hidden folders begin with. */
    static final String HIDDEN = ".transport-advisor-";

    private final Path target;

    /** The parents of the target that did not exist before, the innermost first. */
    private final List<Path> newParents;

    /**
     * An empty folder that is there already is kept, since it may be somebody's current folder, a mount point, or
     * private.
     */
    private final boolean isTargetKept;

    private Path folder;

    /** @param target absolute and not a root */
    Staging(Path target) {
        this.target = target;
        this.newParents = Stream.iterate(target.getParent(), parent -> !Files.exists(parent), Path::getParent)
                .toList();
        this.isTargetKept = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    void open() throws IOException {
        try {
            Files.createDirectories(target.getParent());
            // On the disk of the target, so that a move is but a rename. Not a temporary directory of Java's: only its
            // owner could read that, even after the move.
            Path home = isTargetKept ? target : target.getParent();
            String name = HIDDEN + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
            folder = Files.createDirectory(home.resolve(name)).toRealPath();
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    void add(GeneratedFile file) throws IOException {
        Path path = folder.resolve(file.path());
        try {
            refuseLinks(folder);
            Files.createDirectories(path.getParent());
            refuseLinks(path.getParent());
            Files.write(path, file.bytes(), StandardOpenOption.CREATE_NEW);
            if (file.executable() && !path.toFile().setExecutable(true, false)) {
                throw new IOException("it cannot be made executable");
            }
        } catch (IOException e) {
            throw failureAt(target.resolve(file.path()), e);
        }
    }

    private static void refuseLinks(Path folder) throws IOException {
        if (!folder.toRealPath().equals(folder)) {
            throw new FileSystemException(folder.toString(), null, "a symbolic link was put in the way");
        }
    }

    void moveToTarget() throws IOException {
        try {
            if (isTargetKept) {
                fillTarget();
            } else {
                moveFolder(folder.resolveSibling(target.getFileName()));
            }
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    private void moveFolder(Path end) throws IOException {
        if (Files.exists(end, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(end.toString());
        }
        Files.move(folder, end, StandardCopyOption.ATOMIC_MOVE);
    }

    private void fillTarget() throws IOException {
        if (!children(folder.getParent()).equals(List.of(folder))) {
            throw new DirectoryNotEmptyException(target.toString());
        }
        List<Path> moved = new ArrayList<>();
        try {
            for (Path part : children(folder)) {
                moved.add(Files.move(part, folder.resolveSibling(part.getFileName())));
            }
        } catch (IOException e) {
            for (Path part : moved) {
                delete(part);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (folder != null && Files.exists(folder)) {
            delete(folder);
        }
        try {
            for (Path parent : newParents) {
                Files.deleteIfExists(parent);
            }
        } catch (DirectoryNotEmptyException e) {
            // The bot is there, or another run writes there by now.
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The failure as the user sees it, who knows nothing of the hidden folder. */
    private static FileSystemException failureAt(Path path, IOException e) {
        return new FileSystemException(path.toString(), null, FileTrouble.reason(e));
    }
}
