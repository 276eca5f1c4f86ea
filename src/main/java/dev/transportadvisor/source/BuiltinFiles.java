package dev.transportadvisor.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     */
    public List<String> paths() {
        URI uri = URI.create(String.valueOf(BuiltinFiles.class.getResource("/" + folder)));
        try {
            if (!uri.getScheme().equals("jar")) {
                return paths(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return paths(jar.getPath("/" + folder));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private List<String> paths(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + root.relativize(file))
                    .map(path -> path.replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
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
