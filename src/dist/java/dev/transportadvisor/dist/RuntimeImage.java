package dev.transportadvisor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Java runtime that holds the program as one of its modules, and an ahead-of-time cache of the classes of both. */
final class RuntimeImage {

    static final String MODULE = "dev.transportadvisor";

    private static final String REHEARSAL = "dev/transportadvisor/build/rehearsal";

    /**
     * With which flags the runtime always starts; JAVA_TOOL_OPTIONS overrules them. Most runs are over before the
     * second compiler or a collector with threads pays, or early compilation. From 32 GB of heap on Java has wider
     * references, for which the cache has no use, so that no machine counts as larger than 8 GB, a quarter of which
     * the heap may take. And what Java says itself is no output of the program.
     *
     * <p>The cache is mapped where it was made for: at a random address, as is the default, each pointer in it has to
     * be changed first.
     */
    private static final String FLAGS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3"
            + " -XX:MaxRAM=8g -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
            + " -Xlog:disable -XX:+DisplayVMOutputToStderr";

    private final Jdk jdk;
    private final Path rehearsal;
    private final Path rules;
    private final Path work;

    /**
     * @param rehearsal the classes of the build, with what runs each command
     * @param rules the table of the program, as it has one of a user's own to check
     * @param work an empty folder for what is only needed on the way
     */
    RuntimeImage(Jdk jdk, Path rehearsal, Path rules, Path work) {
        this.jdk = jdk;
        this.rehearsal = rehearsal;
        this.rules = rules;
        this.work = work;
    }

    /**
     * Makes a runtime.
     *
     * @param jar the program with its libraries
     * @param runtime the folder to make
     */
    void make(Path jar, String version, Path runtime) throws IOException, InterruptedException {
        Path module = module(jar, version);
        jdk.run(
                "jlink",
                List.of(
                        "--module-path", module.toString(),
                        "--add-modules", MODULE,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--add-options", FLAGS,
                        "--output", runtime.toString()));
        rehearse(runtime);
    }

    /** The jar as a module, with the rehearsal besides. */
    private Path module(Path jar, String version) throws IOException, InterruptedException {
        Path module = Files.copy(jar, work.resolve(MODULE + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        Path descriptor = Files.writeString(work.resolve("module-info.java"), ModuleSource.of(MODULE, jar));
        jdk.run(
                "javac",
                List.of("-d", work.toString(), "--patch-module", MODULE + "=" + jar, descriptor.toString()));
        jdk.run(
                "jar",
                List.of(
                        "--update",
                        "--file", module.toString(),
                        "--main-class", MODULE + ".cli.Main",
                        "--module-version", version,
                        "-C", work.toString(), "module-info.class",
                        "-C", rehearsal.toString(), REHEARSAL));
        return module;
    }

    /**
     * Has Java write its cache at the end of a rehearsal. It lies where Java looks by itself: an option with its path
     * would end at a colon. Profiles are left out of it, since they have methods compiled at each start, which takes
     * longer than a short run gains.
     */
    private void rehearse(Path runtime) throws IOException, InterruptedException {
        Path cache = server(runtime).resolve("classes.jsa");
        Path java = runtime.resolve("bin/java");
        Jdk.run(
                java,
                List.of(
                        "-XX:-AOTRecordTraining",
                        "-XX:AOTCacheOutput=" + cache,
                        "-m",
                        MODULE + "/" + REHEARSAL.replace('/', '.') + ".Rehearsal",
                        work.resolve("rehearsal").toString(),
                        rules.toString()));
        // Ends with 1 when Java cannot use it.
        Jdk.run(java, List.of("-Xshare:on", "-m", MODULE, "--version"));
    }

    /** The folder of the virtual machine itself, in which it looks for a cache. */
    private static Path server(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(file -> file.endsWith("server") && Files.isDirectory(file))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
