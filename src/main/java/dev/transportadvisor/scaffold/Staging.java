package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A hidden folder beside the target, in which a bot grows until it is complete. Closing it removes
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
        // Not a temporary directory of Java's: only its owner could read that, even after the move.
        this.folder = target.resolveSibling(".transport-advisor-" + UUID.randomUUID());
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
            Files.createDirectories(place.getParent());
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
            // POSIX replaces an empty folder, and nothing but an empty folder, in the same step.
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            moveInPlaceOfEmptyFolder(e);
        }
        moved = true;
    }

    /** Windows replaces no folder, so an empty one is deleted first; one that is not empty stays. */
    private void moveInPlaceOfEmptyFolder(IOException refusal) throws IOException {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw failureAt(target, refusal);
        }
        try {
            Files.delete(target);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failureAt(target, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (moved) {
            return;
        }
        if (Files.exists(folder)) {
            for (Path path : innermostFirst(folder)) {
                Files.delete(path);
            }
        }
        for (Path parent : madeParents) {
            Files.delete(parent);
        }
    }

    private static List<Path> innermostFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Says which path could not be written or read, why, and what is left of the attempt. */
    static String sentence(Path target, IOException e) {
        StringBuilder text = new StringBuilder("Cannot write " + pathOf(e, target) + ": " + reason(e) + ".");
        for (Throwable left : e.getSuppressed()) {
            text.append(" What was written so far could not be removed: ").append(left.getMessage()).append('.');
        }
        return Quoted.visible(text.toString());
    }

    /** The failure as the user sees it, who knows nothing of the hidden folder. */
    private static FileSystemException failureAt(Path path, IOException e) {
        return new FileSystemException(path.toString(), null, reason(e));
    }

    private static String pathOf(IOException e, Path otherwise) {
        boolean known = e instanceof FileSystemException at && at.getFile() != null;
        return known ? ((FileSystemException) e).getFile() : otherwise.toString();
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return "something else is there already";
        }
        boolean known = e instanceof FileSystemException at && at.getReason() != null;
        return known ? ((FileSystemException) e).getReason() : e.getMessage();
    }
}
