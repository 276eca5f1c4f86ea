package dev.transportadvisor.scaffold;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a bot is built with, told by the file that describes its project. The tools are the user's: the program may
 * have a Java of its own, but without a compiler.
 */
public enum BuildTool {
    MAVEN("pom.xml", "A Java bot is built with a JDK 17 or newer and Maven") {
        @Override
        Stream<String> absent(Map<String, String> environment, Path project) {
            String home = environment.getOrDefault("JAVA_HOME", "");
            Stream<String> jdk = home.isEmpty()
                    ? absentOnPath(environment, "javac")
                    : absentIf(!isIn(Path.of(home, "bin"), "javac"), "no bin/javac in JAVA_HOME, which is " + home);
            Stream<String> maven = isIn(project, "mvnw") ? Stream.empty() : absentOnPath(environment, "mvn");
            return Stream.concat(jdk, maven);
        }
    },
    NPM("package.json", "A JavaScript bot is built with Node.js 20 or newer and npm") {
        @Override
        Stream<String> absent(Map<String, String> environment, Path project) {
            return Stream.of("node", "npm").flatMap(program -> absentOnPath(environment, program));
        }
    },
    PIP("pyproject.toml", "A Python bot is built with Python 3.11 or newer") {
        @Override
        Stream<String> absent(Map<String, String> environment, Path project) {
            return absentOnPath(environment, "python3");
        }
    };

    /** As on Unix, and as on Windows. */
    private static final List<String> ENDS = List.of("", ".exe", ".cmd");

    private final String file;
    private final String needs;

    BuildTool(String file, String needs) {
        this.file = file;
        this.needs = needs;
    }

    /** @param hasFile whether there is a file of that name in the project's folder */
    public static Optional<BuildTool> of(Predicate<String> hasFile) {
        return Stream.of(values()).filter(tool -> hasFile.test(tool.file)).findFirst();
    }

    /**
     * What is not there, in one sentence.
     *
     * @param environment in which PATH, and for some tools another variable, say where things are
     * @param project whose folder may bring a tool of its own
     */
    public Optional<String> missing(Map<String, String> environment, Path project) {
        List<String> absent = absent(environment, project).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of(needs + ", and there is " + String.join(", and ", absent) + ".");
    }

    /** What is not there, each in a few words. */
    abstract Stream<String> absent(Map<String, String> environment, Path project);

    private static Stream<String> absentOnPath(Map<String, String> environment, String program) {
        boolean isThere = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> isIn(Path.of(folder), program));
        return absentIf(!isThere, "no " + program + " on the PATH");
    }

    private static Stream<String> absentIf(boolean isAbsent, String words) {
        return isAbsent ? Stream.of(words) : Stream.empty();
    }

    private static boolean isIn(Path folder, String program) {
        return ENDS.stream().anyMatch(end -> Files.isExecutable(folder.resolve(program + end)));
    }
}
