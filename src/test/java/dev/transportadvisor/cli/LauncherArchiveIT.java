package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archive that the launcher makes, on this JDK and on those that are installed beside it. */
class LauncherArchiveIT {

    @TempDir
    Path folder;

    private Launcher launcher;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
        launcher = new Launcher(folder);
    }

    static List<Path> jdks() throws IOException {
        try (Stream<Path> homes = Files.list(Launcher.THIS_JDK.getParent())) {
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
        Path home = launcher.recordingJdk(jdk);
        Finished first = launcher.run(Map.of("JAVA_HOME", home.toString()), "recommend", "samples/deploy-bot.yaml");
        Path archive = launcher.awaitArchive();
        List<String> making = Files.readAllLines(home.resolve("arguments"));
        Files.delete(home.resolve("arguments"));
        Finished second = launcher.run(
                Map.of("JAVA_HOME", home.toString(), "EXTRA", isAot ? "-XX:AOTMode=on" : "-Xshare:on"),
                "recommend",
                "samples/deploy-bot.yaml");

        String option = (isAot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
        assertAll(
                () -> assertEquals(launcher.expected("recommend", "samples/deploy-bot.yaml"), first),
                () -> assertEquals(first, second),
                () -> assertTrue(Files.readAllLines(home.resolve("arguments")).contains(option)),
                // Java leaves that of a run that writes an archive, until another run by the same user looks for it.
                () -> assertEquals(
                        Collections.frequency(making, "-cp"),
                        Collections.frequency(making, "-XX:-UsePerfData")),
                () -> assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive))));
    }

    /** To open the jar for a single class takes longer than to load hundreds from the archive. */
    @ParameterizedTest
    @MethodSource("jdks")
    void theArchiveHoldsEveryClassOfTheCommonRuns(Path jdk) throws Exception {
        Map<String, String> environment =
                Map.of("JAVA_HOME", launcher.recordingJdk(jdk).toString());
        launcher.run(environment, "--version");
        launcher.awaitArchive();
        Files.delete(folder.resolve("jdk/arguments"));
        launcher.run(environment, "--version");
        List<String> version = Files.readAllLines(folder.resolve("jdk/arguments"));
        for (String line : List.of(
                "recommend samples/deploy-bot.yaml",
                "recommend samples/deploy-bot.yaml --format json",
                "scaffold samples/deploy-bot.yaml -d " + folder.resolve("bot"),
                "lint samples/manifests/deploy-bot.yaml")) {
            assertEquals(List.of(), classesFromTheJar(jdk, version, line), line);
        }
    }

    /** The same start of Java, but with another command line behind it. */
    private List<String> classesFromTheJar(Path jdk, List<String> version, String line) throws Exception {
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(version.subList(0, version.size() - 1));
        command.replaceAll(word -> word.equals("-Xlog:disable") ? "-Xlog:class+load:file=" + log : word);
        command.addAll(List.of(line.split(" ")));
        Finished run = Finished.run(Launcher.PROJECT, Map.of(), 60, command);
        assertTrue(run.status() <= 1, run.err());
        return Files.readAllLines(log).stream()
                .filter(loaded -> loaded.contains("source: file:"))
                .toList();
    }

    @Test
    void aNewJarGetsANewArchive() throws Exception {
        Path file = Launcher.installed(folder.resolve("here"));
        launcher.run(file, Map.of(), "--version");
        Path archive = launcher.awaitArchive();
        Instant before = Instant.now().minusSeconds(3600);
        Files.setLastModifiedTime(archive, FileTime.from(before));
        Files.setLastModifiedTime(
                file.resolveSibling("transport-advisor.jar"), FileTime.from(before.plusSeconds(1)));
        assertEquals(0, launcher.run(file, Map.of(), "--version").status());
        Launcher.await(() -> Files.exists(archive)
                && Files.getLastModifiedTime(archive).toInstant().isAfter(before));
        assertEquals(archive, launcher.awaitArchive());
    }

    /** On one processor Java would take a collector with which it maps what an archive does not hold, and crash. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anArchiveThatIsBrokenIsInNobodysWayAndMadeAnew(Path jdk) throws Exception {
        Path file = Launcher.installed(folder.resolve("here"));
        FileTime anHourAgo = FileTime.from(Instant.now().minusSeconds(3600));
        Files.setLastModifiedTime(file.resolveSibling("transport-advisor.jar"), anHourAgo);
        Map<String, String> environment =
                Map.of("JAVA_HOME", launcher.recordingJdk(jdk).toString(), "EXTRA", "-XX:ActiveProcessorCount=1");
        launcher.run(file, environment, "--version");
        Path archive = launcher.awaitArchive();
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        Files.setLastModifiedTime(archive, anHourAgo);

        assertEquals(launcher.expected("rules", "list"), launcher.run(file, environment, "rules", "list"));
        assertEquals(launcher.expected("rules", "list"), launcher.run(file, environment, "rules", "list"));
        assertEquals(archive, launcher.awaitArchive());
        assertTrue(Files.size(archive) > whole.length / 2);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatAKilledJavaLeavesIsNoArchive(Path jdk) throws Exception {
        Path killed = folder.resolve("killed");
        Path home = launcher.jdk(
                jdk,
                """
                for argument do
                    case $argument in
                        -XX:SharedArchiveFile=*[0-9] | -XX:AOTCacheOutput=*)
                            printf half > "${argument#*=}"
                            : > '%s'
                            kill -9 $$ ;;
                    esac
                done
                """
                        .formatted(killed));
        launcher.run(Map.of("JAVA_HOME", home.toString()), "--version");
        Launcher.await(() -> Files.exists(killed)
                && launcher.archives().stream().noneMatch(file -> file.toString().endsWith(".lock")));
        assertEquals(List.of(), launcher.archives());
    }

    /** Neither a report in the folder that the user is in, nor the draft of an archive. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aJavaThatCrashesInTheBackgroundLeavesNothing(Path jdk) throws Exception {
        Path crashed = folder.resolve("crashed");
        Path home = launcher.jdk(
                jdk,
                """
                case "$*" in
                    *Rehearsal*)
                        '%1$s' "$@" >'%2$s.part' 2>&1 &
                        for work do :; done
                        until [ -e "$work" ] || ! kill -0 $!; do sleep 0.05; done
                        kill -SEGV $!
                        wait $!
                        mv '%2$s.part' '%2$s'
                        exit 1 ;;
                esac
                """
                        .formatted(jdk.resolve("bin/java"), crashed));
        Path here = Files.createDirectory(folder.resolve("here"));
        launcher.finished(here, launcher.environment(Map.of("JAVA_HOME", home.toString())), Launcher.FILE, "--version");
        Launcher.await(() -> Files.exists(crashed) && launcher.archives().isEmpty());
        assertTrue(Files.readString(crashed).contains("SIGSEGV"), "Java has seen that it crashes");
        try (Stream<Path> left = Files.list(here)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Else each start would make an archive, for somebody who has switched archives off. */
    @Test
    void anArchiveThatCannotBeUsedIsKeptForAWhile() throws Exception {
        launcher.run(Map.of(), "--version");
        Path archive = launcher.awaitArchive();
        launcher.run(Map.of("JDK_JAVA_OPTIONS", "-Xshare:off"), "--version");
        assertEquals(List.of(archive), launcher.archives());
    }

    @Test
    void twoAtOnceMakeOneArchive() throws Exception {
        Process one = launcher.started(Map.of(), "rules", "list");
        Process other = launcher.started(Map.of(), "rules", "list");
        assertTrue(one.waitFor(60, TimeUnit.SECONDS) && other.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, one.exitValue() + other.exitValue());
        launcher.awaitArchive(); // which is the only one, once the slower of the two has cleared up, too
    }
}
