package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launcher that the build has left beside the jar, as processes with a cache of their own.
 *
 * @param folder for the cache, and for whatever else a test makes
 */
record Launcher(Path folder) {

    static final Path JAR = Path.of(System.getProperty("packaged.jar", "target/transport-advisor.jar"));
    static final Path FILE = JAR.resolveSibling("transport-advisor").toAbsolutePath();
    static final Path PROJECT = Path.of("").toAbsolutePath();
    static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    private Path cache() {
        return folder.resolve("cache");
    }

    /** What the program prints without a process. */
    Finished expected(String... arguments) {
        Run run = Run.of(arguments);
        return new Finished(
                run.status(),
                run.out()
                        .replace(
                                "\n  " + Program.NAME + " scaffold",
                                "\n  " + Shell.quote(FILE.toString()) + " scaffold"),
                run.err());
    }

    Finished run(Map<String, String> environment, String... arguments) throws Exception {
        return run(FILE, environment, arguments);
    }

    Finished run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return finished(PROJECT, environment, launcher, arguments);
    }

    Finished finished(Path directory, Map<String, String> environment, Path launcher, String... arguments)
            throws Exception {
        return Finished.run(directory, environment(environment), 60, command(launcher, arguments));
    }

    Process started(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(FILE, arguments)).directory(PROJECT.toFile());
        builder.environment().putAll(environment(environment));
        return builder.redirectErrorStream(true).start();
    }

    private static List<String> command(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    Map<String, String> environment(Map<String, String> changes) {
        Map<String, String> environment =
                new HashMap<>(Map.of("XDG_CACHE_HOME", cache().toString(), "JAVA_HOME", THIS_JDK.toString()));
        environment.putAll(changes);
        return environment;
    }

    /** For tests that would not wait for an archive, which is made while they are over and their folder is deleted. */
    Map<String, String> withoutCache(Map<String, String> changes) {
        Map<String, String> environment = environment(Map.of("XDG_CACHE_HOME", "", "HOME", ""));
        environment.putAll(changes);
        return environment;
    }

    /** A copy of launcher and jar in a folder of its own. */
    static Path installed(Path home) throws IOException {
        Files.createDirectories(home);
        Files.copy(JAR, home.resolve("transport-advisor.jar"));
        return Files.copy(FILE, home.resolve("transport-advisor"));
    }

    /** A JDK that writes down its arguments, and adds those of the variable EXTRA. */
    Path recordingJdk(Path jdk) throws IOException {
        return jdk(jdk, "printf '%s\\n' \"$@\" >> '" + folder.resolve("jdk/arguments") + "'\n");
    }

    /** A JDK that runs a script before it starts, and adds the arguments of the variable EXTRA. */
    Path jdk(Path jdk, String before) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.copy(jdk.resolve("release"), home.resolve("release"));
        executable(home.resolve("bin/java"), before + "exec '" + jdk.resolve("bin/java") + "' $EXTRA \"$@\"\n");
        return home;
    }

    static void executable(Path file, String script) throws IOException {
        Files.write(file, ("#!/bin/sh\n" + script).getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Waits for the one archive, and for all that its making leaves beside it to be gone. */
    Path awaitArchive() throws Exception {
        await(() -> archives().size() == 1 && archives().get(0).toString().matches(".*\\.(cds|aot)"));
        return archives().get(0);
    }

    List<Path> archives() throws IOException {
        Path home = cache().resolve("transport-advisor");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.sorted().toList();
        }
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(end), "No archive after five minutes");
            Thread.sleep(50);
        }
    }
}
