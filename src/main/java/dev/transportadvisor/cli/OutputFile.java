package dev.transportadvisor.cli;

import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a report is written to: either it holds the whole report afterwards, or what it held before. */
final class OutputFile {

    private OutputFile() {}

    /** @throws InputException if the file cannot be written */
    static void write(Path file, String text) {
        try {
            replace(file.toAbsolutePath(), text);
        } catch (IOException e) {
            throw new InputException(file + " cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "). Name another file.");
        }
    }

    private static void replace(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text); // A device or a pipe cannot be replaced; a directory fails here.
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path draft = Files.createTempFile(target.getParent(), ".transport-advisor-", ".tmp");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
