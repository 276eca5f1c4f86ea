package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside the target, or in it where it exists, in which a bot grows until it is complete. Closing it removes
 * what was made, unless it has been moved to the target.
 */
final class Staging implements AutoCloseable {

    private final Path target;
    private final Path folder;

    /** The parents of the target that did not exist before, the innermost first. */
    private final Deque<Path> madeParents = new ArrayDeque<>();

    private boolean moved;

    /** @param target absolute and not a root */
    Staging(Path target) {
        this.target = target;
        // Not a temporary directory of Java's: only its owner could read that, even after the move. That nobody else
        // has the name is seen when it is made, so it need not be a secret, which would take Java a while to think up.
        String name = ".transport-advisor-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        // On the disk of the target, so that a move is but a rename.
        this.folder = Files.exists(target) ? target.resolve(name) : target.resolveSibling(name);
    }

    void open() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path parent = target.getParent(); !Files.exists(parent); parent = parent.getParent()) {
            missing.push(parent);
        }
        for (Path parent : missing) {
            Files.createDirectory(parent);
            madeParents.push(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    void add(GeneratedFile file) throws IOException {
        Path place = folder.resolve(file.path());
        try {
            if (!Files.isDirectory(place.getParent())) {
                Files.createDirectories(place.getParent());
            }
            Files.write(place, file.bytes(), StandardOpenOption.CREATE_NEW);
            if (file.executable() && !place.toFile().setExecutable(true, false)) {
                throw new IOException("it cannot be made executable");
            }
        } catch (IOException e) {
            throw failureAt(target.resolve(file.path()), e);
        }
    }

    void moveToTarget() throws IOException {
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                fillTarget();
            } else {
                Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
                moved = true;
            }
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    /**
     * An empty folder that is there already is kept, since it may be somebody's current folder, a mount
     * point, or private: the complete parts of the bot are moved into it, one rename each.
     */
    private void fillTarget() throws IOException {
        if (!children(target).equals(List.of(folder))) {
            throw new DirectoryNotEmptyException(target.toString());
        }
        Deque<Path> parts = new ArrayDeque<>();
        try {
            for (Path part : children(folder)) {
                Path place = target.resolve(part.getFileName().toString());
                Files.move(part, place);
                parts.push(place);
            }
        } catch (IOException e) {
            for (Path part : parts) {
                delete(part);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (moved) {
            return;
        }
        if (Files.exists(folder)) {
            delete(folder);
        }
        for (Path parent : madeParents) {
            Files.delete(parent);
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

    /** Says which path could not be written or read, why, and what is left of the attempt. */
    static String sentence(Path target, IOException e) {
        StringBuilder text =
                new StringBuilder("Cannot write " + pathOf(e, target) + ": " + FileTrouble.reason(e) + ".");
        for (Throwable left : e.getSuppressed()) {
            text.append(" What was written so far could not be removed: ")
                    .append(left.getMessage())
                    .append('.');
        }
        return Quoted.visible(text.toString());
    }

    /** The failure as the user sees it, who knows nothing of the hidden folder. */
    private static FileSystemException failureAt(Path path, IOException e) {
        return new FileSystemException(path.toString(), null, FileTrouble.reason(e));
    }

    private static String pathOf(IOException e, Path otherwise) {
        boolean known = e instanceof FileSystemException at && at.getFile() != null;
        return known ? ((FileSystemException) e).getFile() : otherwise.toString();
    }
}
