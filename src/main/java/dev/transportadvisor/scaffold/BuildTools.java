package dev.transportadvisor.scaffold;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Java bot is built with, which is the user's: the program may have a Java of its own, but without a compiler.
 *
 * @param environment in which JAVA_HOME and PATH say where things are
 */
public record BuildTools(Map<String, String> environment) {

    /** As on Unix, and as on Windows. */
    private static final List<String> ENDS = List.of("", ".exe", ".cmd");

    /**
     * What is not there, in one sentence.
     *
     * @param project whose folder may bring Maven
     */
    public Optional<String> missing(Path project) {
        String home = environment.getOrDefault("JAVA_HOME", "");
        boolean hasJdk = home.isEmpty() ? isOnPath("javac") : isIn(Path.of(home, "bin"), "javac");
        boolean hasMaven = isIn(project, "mvnw") || isOnPath("mvn");
        if (hasJdk && hasMaven) {
            return Optional.empty();
        }
        String jdk = home.isEmpty() ? "no javac on the PATH" : "no bin/javac in JAVA_HOME, which is " + home;
        return Optional.of("A Java bot is built with a JDK 17 or newer and Maven, and there is "
                + (hasJdk ? "no mvn on the PATH" : jdk) + (hasJdk || hasMaven ? "." : ", and no mvn on the PATH."));
    }

    private boolean isOnPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> isIn(Path.of(folder), program));
    }

    private static boolean isIn(Path folder, String program) {
        return ENDS.stream().anyMatch(end -> Files.isExecutable(folder.resolve(program + end)));
    }
}
