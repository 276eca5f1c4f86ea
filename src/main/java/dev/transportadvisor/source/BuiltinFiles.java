package dev.transportadvisor.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of text files that the program carries on its class path.
 *
 * @param folder such as {@code rules}
 */
public record BuiltinFiles(String folder) {

    /** What is known: {@code rules/}. */
    public static BuiltinFiles rules() {
        return new BuiltinFiles("rules");
    }

    /** What is scaffolded: {@code templates/}. */
    public static BuiltinFiles templates() {
        return new BuiltinFiles("templates");
    }

    /**
     * The paths of all files, such as {@code rules/transport.yaml}, sorted.
     *
     * @throws UncheckedIOException if they cannot be read
     * @throws java.nio.file.FileSystemNotFoundException in a packaged program: the folders of a jar cannot be listed
     */
    public List<String> paths() {
        URL url = BuiltinFiles.class.getResource("/" + folder);
        Path root = Path.of(URI.create(String.valueOf(url)));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + root.relativize(file))
                    .map(path -> path.replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** @param path such as {@code rules/transport.yaml}; empty if there is no such file */
    public Optional<SourceFile> find(String path) {
        try (InputStream in = BuiltinFiles.class.getResourceAsStream("/" + path)) {
            return in == null ? Optional.empty() : Optional.of(SourceReader.read(path, in));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** @throws IllegalArgumentException if there is no such file */
    public SourceFile read(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("There is no built-in " + path));
    }

    private static UncheckedIOException unreadable(String path, IOException e) {
        return new UncheckedIOException("The built-in " + path + " cannot be read", e);
    }
}
