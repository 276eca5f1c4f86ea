package dev.transportadvisor.cli.console;

import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.file.Content;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.file.Path;

/** A file that a user named, which gets a whole text or stays as it is. */
public final class OutputFile {

    private OutputFile() {}

    /** @throws InputException if the file cannot be written */
    public static void write(Path file, Content text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new InputException(file + " cannot be written: " + FileTrouble.reason(e)
                    + ". Name a file in a folder that you may write to.");
        }
    }
}
