package dev.transportadvisor.drill.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the processes of a drilled bot store what they store, each in a folder of its own; it is gone in the end. */
public final class DataFolder implements AutoCloseable {

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws DrillException if there is no place for temporary files */
    public static DataFolder create() {
        try {
            return new DataFolder(Files.createTempDirectory("transport-advisor-drill-"));
        } catch (IOException e) {
            throw new DrillException("The bot has no place to store anything: no temporary folder can be made.");
        }
    }

    /** The folder of a process, which finds there what it has left. */
    public Path of(String process) {
        Path own = folder.resolve(process);
        own.toFile().mkdir();
        return own;
    }

    @Override
    public void close() {
        delete(folder.toFile());
    }

    /** What cannot be read is left to who cleans the folder of temporary files. */
    private static void delete(File file) {
        File[] inside = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        Stream.ofNullable(inside).flatMap(Stream::of).forEach(DataFolder::delete);
        file.delete();
    }
}
