package dev.transportadvisor.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that this machine has. */
public final class Programs {

    private Programs() {}

    /** Whether each of them is on the path. */
    public static boolean areThere(String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of(names)
                .allMatch(name ->
                        folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
    }
}
