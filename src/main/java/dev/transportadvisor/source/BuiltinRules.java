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
 * The files of {@code rules/} that the program carries. A packaged program has them in an index with their trees;
 * without one, as in tests, they are read one by one from the class path, and are the same.
 */
public final class BuiltinRules {

    /** What the index is called at the root of the jar. */
    public static final String INDEX = "rules.index";

    private static final String FOLDER = "rules";

    private final Optional<RuleIndex> index;

    private BuiltinRules(Optional<RuleIndex> index) {
        this.index = index;
    }

    /** @throws IllegalStateException if the index was made by another version of this program */
    public static BuiltinRules open() {
        try (InputStream in = BuiltinRules.class.getResourceAsStream("/" + INDEX)) {
            return new BuiltinRules(in == null ? Optional.empty() : Optional.of(new RuleIndex(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in rules cannot be read", e);
        }
    }

    /** The paths of all files, such as {@code rules/transport.yaml}, sorted. */
    public List<String> paths() {
        return index.map(RuleIndex::paths).orElseGet(() -> paths(folder()));
    }

    /** @throws IllegalArgumentException if there is no such file */
    public SourceFile read(String path) {
        return index.map(files -> files.file(path))
                .orElseGet(() -> resource(path))
                .orElseThrow(() -> new IllegalArgumentException("There is no built-in " + path));
    }

    /**
     * The index of a folder of rules.
     *
     * @throws InputException if one of the files is not well-formed
     */
    public static byte[] index(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths(folder)) {
            files.add(SourceReader.read(folder.resolveSibling(path), path));
        }
        return RuleIndex.write(files);
    }

    private static Optional<SourceFile> resource(String path) {
        try (InputStream in = BuiltinRules.class.getResourceAsStream("/" + path)) {
            return in == null ? Optional.empty() : Optional.of(SourceReader.read(path, in));
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in " + path + " cannot be read", e);
        }
    }

    private static Path folder() {
        URL folder = BuiltinRules.class.getResource("/" + FOLDER);
        return Path.of(URI.create(String.valueOf(folder)));
    }

    private static List<String> paths(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER + "/" + folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
