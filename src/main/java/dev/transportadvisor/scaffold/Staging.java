package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
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
 * A hidden folder beside the target, or in it where it exists, in which a bot grows until it is complete. Closing
 * it removes what was made, unless it has been moved to the target.
 *
 * <p>Somebody else may put links in the way at any moment, so a folder that turns out to lie elsewhere than its path
 * says is not written to. Between this look and the write lie microseconds; and a folder itself may, empty, come to
 * lie elsewhere, since Java cannot make one without following links.
 */
final class Staging implements AutoCloseable {

    /** What the names of hidden folders begin with. */
    static final String HIDDEN = ".transport-advisor-";

    private final Path target;

    private Path folder;

    /** The parents of the target that did not exist before, the innermost first. */
    private final Deque<Path> madeParents = new ArrayDeque<>();

    private boolean moved;

    /** @param target absolute, not a root and without links */
    Staging(Path target) {
        this.target = target;
    }

    void open() throws IOException {
        makeParents();
        try {
            // On the disk of the target, so that a move is but a rename.
            Path home = Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? target : target.getParent();
            folder = newFolder(home);
            refuseLinks(folder);
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    /**
     * Not a temporary directory of Java's: only its owner could read that, even after the move. That nobody else has
     * the name is seen when it is made, so it need be no secret, nor hold the number of the process: both take long to
     * find out.
     */
    private static Path newFolder(Path home) throws IOException {
        while (true) {
            try {
                return Files.createDirectory(home.resolve(HIDDEN + System.nanoTime()));
            } catch (FileAlreadyExistsException e) {
                // Another run has begun at the same time; the next name is another one.
            }
        }
    }

    private void makeParents() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path parent = target.getParent(); !Files.exists(parent); parent = parent.getParent()) {
            missing.push(parent);
        }
        for (Path parent : missing) {
            if (makeFolder(parent)) {
                madeParents.push(parent);
            }
        }
    }

    /** Whether it was made here; somebody else, such as another run, may have made it a moment ago. */
    private static boolean makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw e;
        }
    }

    private static void refuseLinks(Path folder) throws IOException {
        // A real path may also differ in the case of its letters, where they do not matter.
        if (!folder.toRealPath().equals(folder) && !Links.areNoneIn(folder)) {
            throw new FileSystemException(folder.toString(), null, "a symbolic link was put in the way");
        }
    }

    void add(GeneratedFile file) throws IOException {
        Path path = folder.resolve(file.path());
        try {
            makeFolders(path.getParent());
            Files.write(path, file.bytes(), StandardOpenOption.CREATE_NEW);
            if (file.executable() && !path.toFile().setExecutable(true, false)) {
                throw new IOException("it cannot be made executable");
            }
        } catch (IOException e) {
            throw failureAt(target.resolve(file.path()), e);
        }
    }

    /** Makes what is missing below the hidden folder, but never that folder again. */
    private void makeFolders(Path wanted) throws IOException {
        if (!wanted.equals(folder) && !Files.isDirectory(wanted)) {
            makeFolders(wanted.getParent());
            makeFolder(wanted);
        }
        refuseLinks(wanted);
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
                Path end = target.resolve(part.getFileName());
                Files.move(part, end);
                parts.push(end);
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
        if (folder != null && Files.exists(folder)) {
            delete(folder);
        }
        for (Path parent : madeParents) {
            deleteIfUnused(parent);
        }
    }

    private static void deleteIfUnused(Path parent) throws IOException {
        try {
            Files.deleteIfExists(parent);
        } catch (DirectoryNotEmptyException e) {
            // Another run writes there by now.
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
