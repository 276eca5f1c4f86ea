package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** What {@code mvn -Pdist package} has left, and how it is unpacked and installed. */
public final class Packed {

    private static final Path FOLDER = Path.of(System.getProperty("packaged.jar", "target/transport-advisor.jar"))
            .resolveSibling("dist")
            .toAbsolutePath();

    private Packed() {}

    /** Skips a test where nothing was packed. */
    public static void assumeThere() {
        assumeTrue(Files.isDirectory(FOLDER), "Skipped: needs target/dist, which mvn -Pdist package makes");
    }

    /** The package that people install, and the one of this platform. */
    public static List<Path> npmPackages() throws IOException {
        assumeThere();
        assumeTrue(isOnPath("npm"), "Skipped: needs npm");
        return files(".tgz");
    }

    public static Path archive() throws IOException {
        assumeThere();
        return files(".tar.gz").get(0);
    }

    static Path image() throws IOException {
        assumeThere();
        return files(".oci.tar").get(0);
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Installs the packages of npm into a project, without the network; the program. */
    public static Path installed(Path project) throws Exception {
        Files.writeString(Files.createDirectories(project).resolve("package.json"), "{\"private\":true}");
        List<String> install = Stream.concat(
                        Stream.of("npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"),
                        npmPackages().stream().map(Path::toString))
                .toList();
        // A cache of its own, in which there is nothing.
        succeed(project, Map.of("npm_config_cache", project.resolve("cache").toString()), install);
        return project.resolve("node_modules/.bin/transport-advisor");
    }

    /** Unpacks the archive; the program. */
    public static Path unpacked(Path folder) throws Exception {
        Files.createDirectories(folder);
        succeed(folder, Map.of(), List.of("tar", "-xzf", archive().toString(), "--strip-components=1"));
        return folder.resolve("bin/transport-advisor");
    }

    static void succeed(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Finished run = Finished.run(folder, environment, 120, command);
        Assertions.assertEquals(0, run.status(), command + "\n" + run.out() + run.err());
    }

    /** A folder for PATH that holds nothing but these programs. */
    public static Path tools(Path folder, String... names) throws IOException {
        Files.createDirectories(folder);
        for (String name : names) {
            Files.createSymbolicLink(folder.resolve(name), onPath(name).findFirst().orElseThrow());
        }
        return folder;
    }

    public static boolean isOnPath(String name) {
        return onPath(name).findAny().isPresent();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
