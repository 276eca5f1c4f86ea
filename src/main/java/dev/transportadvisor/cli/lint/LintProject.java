package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.LintConfigReader;
import dev.transportadvisor.source.SourceReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a project has decided about the rules, and where that is written down.
 *
 * @param folder absolute; what the patterns of the configuration start from
 * @param file the configuration, if there is one
 */
record LintProject(Path folder, Optional<Path> file, LintConfig config) {

    static final String CONFIG = ".transport-advisor.yaml";

    /**
     * Takes the file that the user names, otherwise the nearest in the current folder and those around it.
     *
     * @throws dev.transportadvisor.source.InputException if there is something wrong with the file
     */
    static LintProject find(Optional<Path> named, Console console, LintConfigReader reader) {
        Path current = console.directory().toAbsolutePath().normalize();
        Optional<Path> file = named.map(path -> current.resolve(path).normalize()).or(() -> nearest(current));
        return file.map(path -> new LintProject(
                        path.getParent(), file, reader.read(SourceReader.read(path, shown(path, current)))))
                .orElseGet(() -> new LintProject(current, Optional.empty(), LintConfig.NONE));
    }

    /** Up to the root of the repository; without one, nobody vouches for what lies around the current folder. */
    private static Optional<Path> nearest(Path current) {
        Path root = up(current, ".git").orElse(current);
        return up(current, CONFIG).filter(folder -> folder.startsWith(root)).map(folder -> folder.resolve(CONFIG));
    }

    /** The nearest folder that holds a file. */
    private static Optional<Path> up(Path current, String file) {
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(file))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static String shown(Path path, Path current) {
        return current.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
