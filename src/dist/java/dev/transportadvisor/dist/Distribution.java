package dev.transportadvisor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what people install who have no Java, for the platform that the build runs on: an archive, two packages for
 * npm, and on Linux a container image. All of them hold the same folder, with a runtime of its own.
 *
 * <p>The same input gives the same bytes, but for the ahead-of-time cache, into which Java writes what differs from one
 * run to the next.
 */
final class Distribution {

    private final Path project;
    private final Path target;
    private final String version;
    private final NpmPackages npm;
    private final Tarball tarball;
    private final Platform platform = Platform.current();

    private Distribution(Path project, Path target, String version, String owner, Instant time) {
        this.project = project;
        this.target = target;
        this.version = version;
        this.npm = new NpmPackages(owner, version);
        this.tarball = new Tarball(time);
    }

    /**
     * @param arguments the folder of the project, the folder that it is built in, its version, who publishes it, the
     *     time that files get, and the folder of a JDK 25, or nothing
     */
    public static void main(String... arguments) throws Exception {
        Jdk jdk = Jdk.find(arguments[5], System.getenv());
        new Distribution(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        arguments[2],
                        arguments[3],
                        Instant.parse(arguments[4]))
                .make(jdk);
    }

    private void make(Jdk jdk) throws Exception {
        Path dist = emptied(target.resolve("dist"));
        Path work = emptied(target.resolve("dist-work"));
        Path home = home(jdk, work);
        String name = "transport-advisor-" + platform;
        tarball.write(dist.resolve(name + ".tar.gz"), home, "transport-advisor-" + version);
        if (Platform.OF_NPM.contains(platform)) {
            pack(dist, work, home);
        }
        if (platform.isLinux()) {
            new ContainerImage(platform, work.resolve("jib")).write(dist.resolve(name + ".oci.tar"), home);
        }
    }

    /** What all of them hold. */
    private Path home(Jdk jdk, Path work) throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve("home"));
        new RuntimeImage(jdk, target.resolve("build-classes"), project.resolve("rules"), work)
                .make(target.resolve("transport-advisor.jar"), version, home.resolve("runtime"));
        if (platform.isWindows()) {
            copyScript("archive/transport-advisor.cmd", home.resolve("bin/transport-advisor.cmd"));
        } else {
            copyScript("archive/transport-advisor", home.resolve("bin/transport-advisor"));
            copyScript("start.sh", home.resolve("lib/start.sh"));
        }
        Files.copy(project.resolve("LICENSE"), home.resolve("LICENSE"));
        copyFolder(target.resolve("man"), home.resolve("man"));
        copyFolder(target.resolve("completion"), home.resolve("completion"));
        return home;
    }

    private void pack(Path dist, Path work, Path home) throws IOException {
        Path main = Files.createDirectories(work.resolve("npm"));
        copyScript("npm/transport-advisor", main.resolve("bin/transport-advisor"));
        Files.copy(project.resolve("LICENSE"), main.resolve("LICENSE"));
        npm.describeMain(main);
        tarball.write(dist.resolve(npm.file("")), main, "package");
        // The archive is written already, and the image needs none of it.
        npm.describe(platform, home);
        tarball.write(dist.resolve(npm.file("-" + platform)), home, "package");
        Files.delete(home.resolve("package.json"));
    }

    private void copyScript(String name, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String script = Files.readString(project.resolve("src/dist").resolve(name));
        Files.writeString(file, script.replace("@loader@", platform.loader()).replace("@owner@", npm.scope()));
        if (!platform.isWindows()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        for (Path file : tree(from)) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all = tree(folder);
            for (int i = all.size() - 1; i >= 0; i--) {
                Files.delete(all.get(i));
            }
        }
        return Files.createDirectories(folder);
    }

    /** A folder and all below it, each folder before what is in it. */
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
