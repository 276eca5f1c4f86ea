package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive, unpacked to odd places and started under odd conditions. */
class ArchiveIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** Two gigabytes: a quarter of what the runtime takes the machine for. */
    private static final long LARGEST_HEAP = 2L << 30;

    @TempDir
    static Path folder;

    private static Path program;

    @BeforeAll
    static void unpack() throws Exception {
        program = Packed.unpacked(folder.resolve("a folder"));
    }

    /** With -Xshare:on Java does not start where it cannot use the cache. */
    @Test
    void usesItsCacheThroughLinksAndAfterTheTimesOfItsFilesWereReset() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), program);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
        try (Stream<Path> files = Files.walk(program.getParent().getParent())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
        Finished run = run(second, Map.of("JAVA_TOOL_OPTIONS", "-Xshare:on"), "--version");
        assertEquals(new Finished(0, "transport-advisor 0.1.0\n", run.err()), run);
        assertEquals(0, run(link, Map.of(), "--version").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:on -Xmx64m", "-Xshare:on -Xmx31g", "-Xmx40g", "-XX:-UseSerialGC -XX:+UseG1GC"})
    void runsWithAHeapOfAnySize(String options) throws Exception {
        Finished run = run(program, Map.of("JAVA_TOOL_OPTIONS", options), "lint", "samples/manifests");
        assertEquals(1, run.status(), run.err());
        assertEquals(run(program, Map.of(), "lint", "samples/manifests").out(), run.out());
    }

    /** From 32 GB of heap on Java could not use the cache. */
    @Test
    void takesNoMachineForSoLargeThatItsCacheIsOfNoUse() throws Exception {
        Finished run = run(program, Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal"), "--version");
        long heap = run.err().lines()
                .filter(line -> line.contains(" MaxHeapSize "))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*= (\\d+) .*", "$1")))
                .sum();
        assertTrue(heap > 0 && heap <= LARGEST_HEAP, run.err());
    }

    @Test
    void opensAnyFileInTheLocaleOfC() throws Exception {
        Path file = Files.copy(PROJECT.resolve("samples/manifests/deploy-bot.yaml"), folder.resolve("a.yaml"));
        Finished run = Finished.run(
                folder,
                Map.of("LC_ALL", "C"),
                60,
                List.of("sh", "-c", "mv a.yaml z\u00e4.yaml && '" + program + "' lint z\u00e4.yaml"));
        assertEquals(1, run.status(), run.err() + file);
    }

    @Test
    void leavesTheEnvironmentOfABotAsItIs() throws Exception {
        Finished run = run(
                program,
                Map.of("JAVA_HOME", "/no/such/jdk", "LC_ALL", "C.UTF-8"),
                "drill", "--transport", "socket-mode", "--", "sh", "-c",
                "env | grep -e JAVA -e JDK -e LD_ | sort > '" + folder.resolve("environment") + "'");
        assertEquals(2, run.status(), run.out());
        assertEquals("JAVA_HOME=/no/such/jdk\n", Files.readString(folder.resolve("environment")));
    }

    /** Java would take the first file that it opens for the manifest, which is its own runtime. */
    @Test
    void takesNothingElseForAClosedStream() throws Exception {
        Finished run = Finished.run(folder, Map.of(), 60, List.of("sh", "-c", "'" + program + "' lint - <&-"));
        assertEquals(1, run.status(), run.err());
        assertTrue(run.out().startsWith("<stdin>:1:1 error <stdin> is empty."), run.out());
    }

    /** A shell gives a script no folder that it finds in the current one. */
    @Test
    void startsAsTheArgumentOfAShell() throws Exception {
        Path bin = program.getParent();
        Finished run = Finished.run(bin, Map.of(), 60, List.of("sh", "transport-advisor", "--version"));
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void refusesAFolderWithAColon() throws Exception {
        Path copy = folder.resolve("a:b/bin");
        Files.createDirectories(copy.resolveSibling("lib"));
        Files.createDirectories(copy);
        copyScript("bin/transport-advisor", copy.resolve("transport-advisor"));
        copyScript("lib/start.sh", copy.resolveSibling("lib/start.sh"));
        Finished run = run(copy.resolve("transport-advisor"), Map.of(), "--version");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java takes : for the end of a path, so "), run.err());
    }

    @Test
    void saysThatItNeedsGlibc() throws Exception {
        Path copy = folder.resolve("musl/bin");
        Files.createDirectories(copy.resolveSibling("lib"));
        Files.createDirectories(copy);
        copyScript("bin/transport-advisor", copy.resolve("transport-advisor"));
        Path start = copy.resolveSibling("lib/start.sh");
        copyScript("lib/start.sh", start);
        Files.writeString(start, Files.readString(start).replaceAll("/lib[0-9]*/ld-linux[^' ]*", "/no/such/loader"));
        Finished run = run(copy.resolve("transport-advisor"), Map.of(), "--version");
        assertEquals(2, run.status());
        assertEquals(
                "error: This Transport Advisor needs glibc, whose /no/such/loader is not here: on musl, as in Alpine,"
                        + " run its jar with Java 17 or newer.\n",
                run.err());
    }

    private static void copyScript(String name, Path file) throws IOException {
        Files.copy(program.getParent().resolveSibling(name), file);
    }

    private static Finished run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        return Finished.run(
                PROJECT,
                environment,
                120,
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
    }
}
