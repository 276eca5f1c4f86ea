package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the arguments of {@code lint} name: files, all manifests in folders, standard input. */
final class ManifestFiles {

    /** Folders of other people's files. Dot-folders are passed over as well. */
    private static final Set<String> SKIPPED = Set.of("node_modules", "target");

    private final Path base;
    private final Map<Optional<Path>, ManifestInput> found = new LinkedHashMap<>();
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final List<InputException> troubles = new ArrayList<>();

    private ManifestFiles(Path base) {
        this.base = base;
    }

    static ManifestFiles of(List<String> arguments, Console console) {
        ManifestFiles files = new ManifestFiles(console.directory().toAbsolutePath().normalize());
        arguments.forEach(files::add);
        return files;
    }

    /** Each once, by path. */
    List<ManifestInput> inputs() {
        return found.values().stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    /** What could not be searched. */
    List<InputException> troubles() {
        return troubles;
    }

    /** A sentence for each folder that holds none of the files: a wrong folder must not pass for a clean one. */
    List<InputException> foldersWithout(Collection<Path> files) {
        return folders.entrySet().stream()
                .filter(folder -> files.stream().noneMatch(file -> file.startsWith(folder.getValue())))
                .map(folder -> new InputException("There is no manifest in " + folder.getKey()
                        + ": no YAML or JSON document with the key `" + Manifest.HALLMARK
                        + "`, apart from node_modules, target and folders that begin with a dot."))
                .toList();
    }

    private void add(String argument) {
        if (argument.isEmpty()) {
            troubles.add(new InputException("The name of the file is empty."));
        } else if (argument.equals(Inputs.STANDARD_INPUT)) {
            found.put(Optional.empty(), new ManifestInput("<stdin>", Optional.empty(), true));
        } else {
            Path path = base.resolve(argument).normalize();
            if (Files.isDirectory(path)) {
                search(argument, path);
            } else {
                found.put(Optional.of(path), new ManifestInput(shown(argument, path), Optional.of(path), true));
            }
        }
    }

    /** Below the current folder relative to it, as GitHub and GitLab want it; elsewhere as the user named it. */
    private String shown(String argument, Path path) {
        String name = path.startsWith(base) ? base.relativize(path).toString() : argument;
        return name.replace(File.separatorChar, '/');
    }

    private void search(String argument, Path folder) {
        folders.put(argument, folder);
        Path named = Path.of(argument);
        for (Path inside : candidates(folder)) {
            Path file = folder.resolve(inside);
            String name = shown(named.resolve(inside).toString(), file);
            found.putIfAbsent(Optional.of(file), new ManifestInput(name, Optional.of(file), false));
        }
    }

    /** Relative to the folder. */
    private List<Path> candidates(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new Search(root, files));
            return files.stream().map(root::relativize).toList();
        } catch (IOException e) {
            troubles.add(unsearchable(folder, e));
            return List.of();
        }
    }

    /** Links are not followed: they may lead out of the folder, or in circles. */
    private final class Search extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> files;

        Search(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean isSkipped = SKIPPED.contains(name) || name.startsWith(".");
            return isSkipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && ManifestNames.isCandidate(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            troubles.add(unsearchable(path, e));
            return FileVisitResult.CONTINUE;
        }
    }

    private static InputException unsearchable(Path folder, IOException e) {
        return new InputException(folder + " cannot be searched: " + FileTrouble.reason(e) + ".");
    }
}
