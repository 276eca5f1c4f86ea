package dev.transportadvisor.cli;

import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** A file that a report is written to: either it holds the whole report afterwards, or what it held before. */
final class OutputFile {

    private OutputFile() {}

    /** @throws InputException if the file cannot be written */
    static void write(Path file, String text) {
        try {
            replace(file.toAbsolutePath(), text);
        } catch (IOException e) {
            throw new InputException(file + " cannot be written: " + FileTrouble.reason(e)
                    + ". Name a file in a folder that you may write to.");
        }
    }

    /** The same for a caller who knows better what to do about a failure. */
    static void replace(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text); // A device or a pipe cannot be replaced; a directory fails here.
        } else {
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Whole.run(() -> replaceFile(target, text));
        }
    }

    private static void replaceFile(Path target, String text) throws IOException {
        // Not a temporary file of Java's: only its owner could read the report.
        Path draft = target.resolveSibling(".transport-advisor-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
            keepPermissions(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepPermissions(Path target, Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }
}
