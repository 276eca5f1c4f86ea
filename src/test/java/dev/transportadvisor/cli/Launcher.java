package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The launcher that the build has left beside the jar, as processes on the Java of the tests. */
final class Launcher {

    static final Path JAR = Path.of(System.getProperty("packaged.jar", "target/transport-advisor.jar"));
    static final Path FILE = JAR.resolveSibling("transport-advisor").toAbsolutePath();
    static final Path PROJECT = Path.of("").toAbsolutePath();

    private Launcher() {}

    /** What the program prints without a process. */
    static Finished expected(String... arguments) {
        Run run = Run.of(arguments);
        String called = run.out()
                .replace("  " + Program.NAME + " scaffold", "  " + Shell.quote(FILE.toString()) + " scaffold");
        return new Finished(run.status(), called, run.err());
    }

    static Finished run(Map<String, String> changes, String... arguments) throws Exception {
        return run(FILE, PROJECT, changes, arguments);
    }

    static Finished run(Path launcher, Path directory, Map<String, String> changes, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Finished.run(directory, environment(changes), 60, command);
    }

    /** Runs a line of the shell, in which {@code "$1"} is the launcher. */
    static Finished shell(Path directory, Map<String, String> changes, String line) throws Exception {
        return Finished.run(directory, environment(changes), 60, List.of("/bin/sh", "-c", line, "sh", FILE.toString()));
    }

    static Map<String, String> environment(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        environment.putAll(changes);
        return environment;
    }

    /** A copy of launcher and jar in a folder of its own. */
    static Path installed(Path home) throws IOException {
        Files.createDirectories(home);
        Files.copy(JAR, home.resolve("transport-advisor.jar"));
        return Files.copy(FILE, home.resolve("transport-advisor"));
    }

    static void executable(Path file, String script) throws IOException {
        Files.write(file, ("#!/bin/sh\n" + script).getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
