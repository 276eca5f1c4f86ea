package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Manifests of real apps, which lie beside the project and are no part of it. */
public final class Corpus {

    private static final Path FOLDER = Path.of("../shared/corpus/manifests");

    private Corpus() {}

    /** All of them; where they are missing, the test is skipped. */
    public static List<SourceFile> manifests() {
        assumeTrue(Files.isDirectory(FOLDER), "put manifests of real apps into " + FOLDER + " to try them, too");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(SourceReader::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
