package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher as a process, on this JDK and on those that are installed beside it. */
class LauncherIT {

    private static final Path JAR = Path.of(System.getProperty("packaged.jar", "target/transport-advisor.jar"));
    private static final Path LAUNCHER = JAR.resolveSibling("transport-advisor").toAbsolutePath();
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
        cache = folder.resolve("cache");
    }

    static List<Path> jdks() throws IOException {
        try (Stream<Path> homes = Files.list(THIS_JDK.getParent())) {
            return homes.filter(home -> !Files.isSymbolicLink(home) && version(home) >= 17)
                    .sorted()
                    .toList();
        }
    }

    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Java would not start with these options if it could not use the archive. */
    @ParameterizedTest
    @MethodSource("jdks")
    void makesAnArchiveThatTheNextRunUses(Path jdk) throws Exception {
        boolean isAot = version(jdk) >= 25;
        Path home = recordingJdk(jdk);
        Finished first = run(Map.of("JAVA_HOME", home.toString()), "recommend", "samples/deploy-bot.yaml");
        Path archive = awaitArchive();
        Files.delete(home.resolve("arguments"));
        Finished second = run(
                Map.of("JAVA_HOME", home.toString(), "EXTRA", isAot ? "-XX:AOTMode=on" : "-Xshare:on"),
                "recommend",
                "samples/deploy-bot.yaml");

        String option = (isAot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
        assertAll(
                () -> assertEquals(expected("recommend", "samples/deploy-bot.yaml"), first),
                () -> assertEquals(first, second),
                () -> assertTrue(Files.readAllLines(home.resolve("arguments")).contains(option)),
                () -> assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive))));
    }

    @Test
    void aNewJarGetsANewArchive() throws Exception {
        Path launcher = installed(folder.resolve("here"));
        run(launcher, Map.of(), "--version");
        Path archive = awaitArchive();
        Instant before = Files.getLastModifiedTime(archive).toInstant();
        Files.setLastModifiedTime(
                launcher.resolveSibling("transport-advisor.jar"), FileTime.from(before.plusSeconds(1)));
        Thread.sleep(1100);
        assertEquals(0, run(launcher, Map.of(), "--version").status());
        await(() -> Files.exists(archive)
                && Files.getLastModifiedTime(archive).toInstant().isAfter(before));
        assertEquals(List.of(archive), archives());
    }

    @Test
    void anArchiveThatIsBrokenIsInNobodysWay() throws Exception {
        run(Map.of(), "--version");
        Path archive = awaitArchive();
        Files.writeString(archive, "no archive");
        assertEquals(
                expected("recommend", "samples/deploy-bot.yaml"), run(Map.of(), "recommend", "samples/deploy-bot.yaml"));
    }

    @Test
    void twoAtOnceMakeOneArchive() throws Exception {
        Process one = started(Map.of(), "rules", "list");
        Process other = started(Map.of(), "rules", "list");
        assertTrue(one.waitFor(60, TimeUnit.SECONDS) && other.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, one.exitValue() + other.exitValue());
        awaitArchive();
        assertEquals(1, archives().size());
    }

    @Test
    void worksTheSameWithoutACache() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Finished expected = expected("recommend", "samples/conflict.yaml");
        for (Map<String, String> environment : List.of(
                Map.of("XDG_CACHE_HOME", "", "HOME", ""),
                Map.of("XDG_CACHE_HOME", "", "HOME", file.toString()),
                Map.of("XDG_CACHE_HOME", file.toString()),
                Map.of("XDG_CACHE_HOME", "/dev/full"),
                Map.of("XDG_CACHE_HOME", folder.resolve("a:b").toString()))) {
            assertEquals(expected, run(environment, "recommend", "samples/conflict.yaml"), environment::toString);
        }
    }

    @Test
    void isFoundBehindLinksAndKeepsEveryArgument() throws Exception {
        Path launcher = installed(folder.resolve("Grüße & mehr/lib"));
        Path bin = Files.createDirectories(folder.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("inner"), bin.relativize(launcher));
        Files.createSymbolicLink(bin.resolve("advise"), Path.of("inner"));
        String name = "a 'b' \"c\" $d `e` *.yaml";
        Files.copy(PROJECT.resolve("samples/deploy-bot.yaml"), folder.resolve(name));
        Map<String, String> utf8 = Map.of("LC_ALL", "C.UTF-8");

        assertEquals(
                Run.in(folder, "", "recommend", name, "--format", "json").out(),
                finished(folder, utf8, bin.resolve("advise"), "recommend", name, "--format", "json")
                        .out());
        Path archive = awaitArchive();
        assertTrue(archive.getFileName().toString().contains("Grüße & mehr+lib"), archive::toString);
        Finished empty = finished(folder, utf8, bin.resolve("advise"), "recommend", "");
        assertEquals("error: The name of the file is empty.\n", empty.err());
    }

    @Test
    void namesItselfAsItCanBeCalledAgain() throws Exception {
        String path = LAUNCHER.getParent() + ":" + System.getenv("PATH");
        Finished byPath = Finished.run(
                PROJECT,
                withoutCache(Map.of("PATH", path)),
                60,
                List.of("sh", "-c", "exec transport-advisor recommend samples/deploy-bot.yaml"));
        Finished byFile = run(withoutCache(Map.of()), "recommend", "samples/deploy-bot.yaml");
        assertTrue(byPath.out().endsWith("\n  transport-advisor scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
        assertTrue(byFile.out()
                .endsWith("\n  " + LAUNCHER + " scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
    }

    @Test
    void saysInOneSentenceWhichJavaIsMissing() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        executable(old.resolve("bin/java"), "exit 1\n");
        String none = folder.resolve("none").toString();

        assertRefusal(Map.of("JAVA_HOME", none), "JAVA_HOME is " + none + ", where there is no bin/java.");
        assertRefusal(Map.of("JAVA_HOME", "", "PATH", none), "there is no java on the PATH");
        assertRefusal(Map.of("JAVA_HOME", old.toString()), "but " + old + "/bin/java is Java 11.0.2.");
    }

    private void assertRefusal(Map<String, String> environment, String reason) throws Exception {
        Finished run = Finished.run(
                PROJECT, environment(environment), 60, List.of("/bin/sh", LAUNCHER.toString(), "--version"));
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java 17 or newer is needed"), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void tellsTheShellHowItWent() throws Exception {
        assertEquals(1, run(withoutCache(Map.of()), "recommend", "samples/conflict.yaml").status());
        assertEquals(2, run(withoutCache(Map.of()), "recommend", "no-such.yaml").status());
        Finished head = Finished.run(
                PROJECT,
                withoutCache(Map.of()),
                60,
                List.of(
                        "sh",
                        "-c",
                        "(\"$1\" rules list; echo \"status $?\" >&2) | head -n 1",
                        "sh",
                        LAUNCHER.toString()));
        assertEquals(new Finished(0, "Transports\n", "status 0\n"), head);
    }

    @Test
    void anInterruptedRunSaysSo() throws Exception {
        Process asking = started(withoutCache(Map.of()), "ask", "-o", folder.resolve("answers.yaml").toString());
        try {
            assertTrue(asking.getInputStream().read() >= 0);
            Finished.run(PROJECT, Map.of(), 10, List.of("kill", "-INT", String.valueOf(asking.pid())));
            assertTrue(asking.waitFor(30, TimeUnit.SECONDS));
            assertEquals(130, asking.exitValue());
        } finally {
            asking.destroyForcibly();
        }
    }

    private Finished expected(String... arguments) {
        Run run = Run.of(arguments);
        return new Finished(
                run.status(),
                run.out().replace("\n  " + Main.NAME + " scaffold", "\n  " + LAUNCHER + " scaffold"),
                run.err());
    }

    private Finished run(Map<String, String> environment, String... arguments) throws Exception {
        return run(LAUNCHER, environment, arguments);
    }

    private Finished run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return finished(PROJECT, environment, launcher, arguments);
    }

    private Finished finished(Path directory, Map<String, String> environment, Path launcher, String... arguments)
            throws Exception {
        return Finished.run(directory, environment(environment), 60, command(launcher, arguments));
    }

    private Process started(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(LAUNCHER, arguments)).directory(PROJECT.toFile());
        builder.environment().putAll(environment(environment));
        return builder.redirectErrorStream(true).start();
    }

    private static List<String> command(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment(Map<String, String> changes) {
        Map<String, String> environment =
                new HashMap<>(Map.of("XDG_CACHE_HOME", cache.toString(), "JAVA_HOME", THIS_JDK.toString()));
        environment.putAll(changes);
        return environment;
    }

    /** For tests that would not wait for an archive, which is made while they are over and their folder is deleted. */
    private Map<String, String> withoutCache(Map<String, String> changes) {
        Map<String, String> environment = environment(Map.of("XDG_CACHE_HOME", "", "HOME", ""));
        environment.putAll(changes);
        return environment;
    }

    /** A copy of launcher and jar in a folder of its own. */
    private static Path installed(Path home) throws IOException {
        Files.createDirectories(home);
        Files.copy(JAR, home.resolve("transport-advisor.jar"));
        return Files.copy(LAUNCHER, home.resolve("transport-advisor"));
    }

    /** A JDK that writes down its arguments, and adds those of the variable EXTRA. */
    private Path recordingJdk(Path jdk) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.copy(jdk.resolve("release"), home.resolve("release"));
        executable(
                home.resolve("bin/java"),
                "printf '%s\\n' \"$@\" >> '" + home.resolve("arguments") + "'\nexec '" + jdk.resolve("bin/java")
                        + "' $EXTRA \"$@\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.write(file, ("#!/bin/sh\n" + script).getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Waits for the one archive, and for all that its making leaves beside it to be gone. */
    private Path awaitArchive() throws Exception {
        await(() -> archives().size() == 1 && archives().get(0).toString().matches(".*\\.(cds|aot)"));
        return archives().get(0);
    }

    private List<Path> archives() throws IOException {
        Path home = cache.resolve("transport-advisor");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.sorted().toList();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(end), "No archive after two minutes");
            Thread.sleep(50);
        }
    }
}
