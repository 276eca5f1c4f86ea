package dev.transportadvisor.cli.console;

import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Whole;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file that a report is written to: either it holds the whole report afterwards, or what it held before. It grows
 * in a hidden draft beside it, which only a run that is killed leaves behind.
 */
public final class OutputFile {

    /** No manifest, nor anything else that is looked for. */
    private static final String DRAFTS = ".transport-advisor-*.tmp";

    /** A draft lives for a moment; who wrote on an older one was killed. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OutputFile() {}

    /** @throws InputException if the file cannot be written */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text));
    }

    /** @throws InputException if the file cannot be written */
    public static void write(Path file, Content text) {
        Path absolute = file.toAbsolutePath();
        Optional.ofNullable(absolute.getParent()).ifPresent(OutputFile::sweep);
        try {
            replace(absolute, text);
        } catch (IOException e) {
            throw new InputException(file + " cannot be written: " + FileTrouble.reason(e)
                    + ". Name a file in a folder that you may write to.");
        }
    }

    /** The same for a caller who knows better what to do about a failure. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, out -> out.write(text));
    }

    private static void replace(Path file, Content text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe cannot be replaced; a directory fails here.
            try (Writer out = Files.newBufferedWriter(file)) {
                text.writeTo(out);
            }
        } else {
            Path target = target(file);
            Whole.run(() -> replaceFile(target, text));
        }
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

    private static void replaceFile(Path target, Content text) throws IOException {
        Optional<PosixFileAttributes> before = attributes(target);
        Path draft = target.resolveSibling(DRAFTS.replace("*", UUID.randomUUID().toString()));
        try {
            writeDraft(draft, text, before);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Empty where there is no file yet, and on systems without owners and permissions as POSIX has them. */
    private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || Files.notExists(file) ? Optional.empty() : Optional.of(view.readAttributes());
    }

    /** Nobody may read the draft of a private file, not even for the moment until it takes that file's place. */
    private static void writeDraft(Path draft, Content text, Optional<PosixFileAttributes> before) throws IOException {
        FileAttribute<?>[] permissions = before.map(file -> PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                .stream()
                .toArray(FileAttribute<?>[]::new);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(draft, options, permissions);
                Writer out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            text.writeTo(out);
        }
        if (before.isPresent()) {
            keepOwner(Files.getFileAttributeView(draft, PosixFileAttributeView.class), before.get());
        }
    }

    /** Owner, group and permissions, in this order, so that at no moment more people may read it than before. */
    private static void keepOwner(PosixFileAttributeView view, PosixFileAttributes before) throws IOException {
        isKept(() -> view.setOwner(before.owner()));
        boolean isGroupKept = isKept(() -> view.setGroup(before.group()));
        view.setPermissions(isGroupKept ? before.permissions() : forOtherGroup(before.permissions()));
    }

    /** Only root can give files away, to whom a file must not be lost; who cannot, keeps it. */
    private static boolean isKept(Change change) {
        try {
            change.make();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** People of another group may do what everybody may. */
    private static Set<PosixFilePermission> forOtherGroup(Set<PosixFilePermission> permissions) {
        String text = PosixFilePermissions.toString(permissions);
        return PosixFilePermissions.fromString(text.substring(0, 3) + text.substring(6) + text.substring(6));
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Removes what killed runs have left in a folder, as far as that is possible. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, DRAFTS)) {
            for (Path draft : drafts) {
                if (isLeft(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They are in nobody's way, so this run need not fail.
        }
    }

    private static boolean isLeft(Path draft) throws IOException {
        BasicFileAttributes file =
                Files.readAttributes(draft, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant end = file.lastModifiedTime().toInstant().plus(LONGEST_WRITE);
        return file.isRegularFile() && end.isBefore(Instant.now());
    }
}
