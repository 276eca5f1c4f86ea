package dev.transportadvisor.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of text files that the program carries. A packaged program has it as one file, with the trees of its rules;
 * where there is none, as in tests, the files are read one by one from the class path, and are the same.
 */
public final class BuiltinFiles {

    private final String folder;
    private final Optional<TextIndex> index;

    private BuiltinFiles(String folder, Optional<TextIndex> index) {
        this.folder = folder;
        this.index = index;
    }

    /** What is known: {@code rules/}. */
    public static BuiltinFiles rules() {
        return open("rules");
    }

    /** What is scaffolded: {@code templates/}. */
    public static BuiltinFiles templates() {
        return open("templates");
    }

    private static BuiltinFiles open(String folder) {
        try (InputStream in = BuiltinFiles.class.getResourceAsStream("/" + indexName(folder))) {
            Optional<TextIndex> index = in == null ? Optional.empty() : Optional.of(new TextIndex(in.readAllBytes()));
            return new BuiltinFiles(folder, index);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String indexName(String folder) {
        return folder + ".index";
    }

    /** The paths of all files, such as {@code rules/transport.yaml}, sorted. */
    public List<String> paths() {
        return index.map(TextIndex::paths).orElseGet(() -> paths(location()));
    }

    /** @param path such as {@code rules/transport.yaml}; empty if there is no such file */
    public Optional<SourceFile> find(String path) {
        return index.isPresent() ? index.get().file(path) : resource(path);
    }

    /** @throws IllegalArgumentException if there is no such file */
    public SourceFile read(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("There is no built-in " + path));
    }

    /**
     * Writes the one file that a packaged program has instead of the folder; it belongs at the root of the jar.
     *
     * @param folder {@code rules} or {@code templates}
     * @throws InputException if a rule is not well-formed
     */
    public static void pack(Path folder, Path target) throws IOException {
        String name = folder.getFileName().toString();
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths(folder)) {
            files.add(SourceReader.read(folder.resolveSibling(path), path));
        }
        Files.write(target.resolve(indexName(name)), TextIndex.write(files, file -> isParsed(file.path())));
    }

    /** All that the program itself reads; the files of a bot are text to it. */
    private static boolean isParsed(String path) {
        return path.startsWith("rules/") || path.endsWith("/template.yaml");
    }

    private static Optional<SourceFile> resource(String path) {
        try (InputStream in = BuiltinFiles.class.getResourceAsStream("/" + path)) {
            return in == null ? Optional.empty() : Optional.of(SourceReader.read(path, in));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private Path location() {
        URL url = BuiltinFiles.class.getResource("/" + folder);
        return Path.of(URI.create(String.valueOf(url)));
    }

    private static List<String> paths(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.getFileName() + "/" + folder.relativize(file))
                    .map(path -> path.replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
    }

    private static UncheckedIOException unreadable(String path, IOException e) {
        return new UncheckedIOException("The built-in " + path + " cannot be read", e);
    }
}
