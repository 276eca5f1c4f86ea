package dev.transportadvisor.dist;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container image from nothing: the runtime, and of the system no more than the C library that it is linked with. It
 * has no shell, so that Java itself is what it starts. It is written as an archive of the OCI's layout, for which no
 * daemon is needed.
 *
 * @param work a folder for what jib keeps
 */
record ContainerImage(Platform platform, Path work) {

    private static final String HOME = "/opt/transport-advisor";

    /** What the C library knows of letters beyond ASCII, and its licence, as Debian's packages have them. */
    private static final List<Path> BESIDE =
            List.of(Path.of("/usr/lib/locale/C.utf8/LC_CTYPE"), Path.of("/usr/share/doc/libc6/copyright"));

    /** A library with its path, or the loader, as ldd prints them. */
    private static final Pattern LIBRARY = Pattern.compile("(?m)(?:=> |^\\s+)(/\\S+) \\(0x");

    /** Neither root nor anybody that a system has. */
    private static final String USER = "65532:65532";

    void write(Path archive, Path home) throws Exception {
        Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new com.google.cloud.tools.jib.api.buildplan.Platform(
                        platform.cpu().equals("x64") ? "amd64" : platform.cpu(), platform.os())))
                .addFileEntriesLayer(layer("libc", Path.of("/"), libraries(home.resolve("runtime")), ""))
                .addFileEntriesLayer(layer("transport-advisor", home, files(home), HOME))
                // Java takes the encoding of file names from the locale.
                .addEnvironmentVariable("LC_CTYPE", "C.UTF-8")
                .setEntrypoint(HOME + "/runtime/bin/java", "-m", RuntimeImage.MODULE)
                .setWorkingDirectory(AbsoluteUnixPath.get("/work"))
                .setUser(USER)
                .containerize(Containerizer.to(TarImage.at(archive).named("transport-advisor"))
                        .setOfflineMode(true)
                        .setToolName("transport-advisor")
                        .setBaseImageLayersCache(work.resolve("base"))
                        .setApplicationLayersCache(work.resolve("layers")));
    }

    private static FileEntriesLayer layer(String name, Path root, SortedSet<Path> files, String prefix) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : files) {
            layer.addEntry(
                    file,
                    AbsoluteUnixPath.get(prefix + "/" + root.relativize(file)),
                    FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"));
        }
        return layer.build();
    }

    private static SortedSet<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            SortedSet<Path> files = new TreeSet<>();
            all.filter(Files::isRegularFile).forEach(files::add);
            return files;
        }
    }

    /** What a program of the runtime needs of the system: the C library of the machine that builds the image. */
    private static SortedSet<Path> libraries(Path runtime) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ldd", runtime.resolve("bin/java").toString()));
        files(runtime).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".so"))
                .forEach(command::add);
        SortedSet<Path> libraries = new TreeSet<>();
        for (Matcher line = LIBRARY.matcher(Jdk.output(command)); line.find(); ) {
            Path library = Path.of(line.group(1));
            if (!library.startsWith(runtime)) {
                libraries.add(library);
            }
        }
        BESIDE.stream().filter(Files::exists).forEach(libraries::add);
        return libraries;
    }
}
