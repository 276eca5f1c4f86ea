package dev.transportadvisor.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that holds either the whole new text or what it held before. The text grows in a hidden draft beside it that
 * then takes its place. A kill in between leaves the draft, {@code .transport-advisor-*.tmp}, which is in nobody's way
 * and may be deleted.
 *
 * <p>A symbolic link is followed. Where the draft would not be the same file to everybody, the file is written in
 * place, as editors do: if it has more than one hard link, since its names would part, or another owner or group.
 * Devices and pipes are written in place too, and so is {@code /dev/stdout}, whatever it leads to. On Windows, where
 * Java sees no such things, every file is replaced.
 */
public final class AtomicFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> WRITE = Set.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private AtomicFile() {}

    /** @throws IOException if the file cannot be written or is read-only, or the text cannot be made */
    public static void write(Path file, Content text) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (isInPlace(absolute)) {
            fill(absolute, text);
        } else {
            Path target = target(absolute);
            ShutdownDelay.during(() -> replace(target, text));
        }
    }

    /**
     * The same in a hook that runs while the process ends, which waits for it anyway.
     *
     * @throws IOException as {@link #write} does
     */
    public static void writeAtTheEnd(Path file, Content text) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (isInPlace(absolute)) {
            fill(absolute, text);
        } else {
            replace(target(absolute), text);
        }
    }

    private static boolean isInPlace(Path file) {
        return isStream(file) || Files.exists(file) && !Files.isRegularFile(file);
    }

    /** A regular file as well, if the shell has opened one for it, but not ours to replace. */
    private static boolean isStream(Path file) {
        return file.toString().matches("/dev/(stdout|stderr|fd/[0-9]+)");
    }

    /**
     * Where a file is, or would be made: a link is followed, also one that leads to no file yet.
     *
     * @throws IOException if there is no such folder, or a link leads in a circle
     */
    public static Path target(Path file) throws IOException {
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            Path absolute = file.toAbsolutePath();
            return Files.isSymbolicLink(absolute)
                    ? target(absolute.resolveSibling(Files.readSymbolicLink(absolute)))
                    : absolute.getParent().toRealPath().resolve(absolute.getFileName());
        }
    }

    private static void fill(Path file, Content text) throws IOException {
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            text.writeTo(out);
        }
    }

    private static void replace(Path target, Content text) throws IOException {
        refuseReadOnly(target);
        Path draft = newDraft(target);
        try {
            fill(draft, text);
            put(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What takes the place of a file does not ask whether it may be written, but its owner means it; root, too. */
    private static void refuseReadOnly(Path file) throws IOException {
        boolean isReadOnly = hasPermissions(file)
                && Files.getPosixFilePermissions(file).stream().noneMatch(WRITE::contains);
        if (isReadOnly || Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    /**
     * For its owner alone beside a file that is there, which may be private; a new file is as open as is usual. That
     * nobody else has the name is seen when it is made, so it need be no secret.
     */
    private static Path newDraft(Path target) throws IOException {
        String name = ".transport-advisor-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + ".tmp";
        Path draft = target.resolveSibling(name);
        return hasPermissions(target) ? Files.createFile(draft, OWNER_ONLY) : Files.createFile(draft);
    }

    /** Whether it is there, on a system with owners and permissions as POSIX has them. */
    private static boolean hasPermissions(Path file) {
        return Files.exists(file) && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private static void put(Path draft, Path target) throws IOException {
        if (!hasPermissions(target)) {
            move(draft, target);
        } else if (canTakePlace(draft, target)) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
            move(draft, target);
        } else {
            copyInPlace(draft, target);
        }
    }

    /** Whether it would be the same file to everybody: by its only name, of its owner and its group. */
    private static boolean canTakePlace(Path draft, Path target) throws IOException {
        PosixFileAttributes now = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributes then = Files.readAttributes(draft, PosixFileAttributes.class);
        return Files.getAttribute(target, "unix:nlink").equals(1)
                && now.owner().equals(then.owner())
                && now.group().equals(then.group());
    }

    private static void move(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copyInPlace(Path draft, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            Files.copy(draft, out);
        }
    }
}
