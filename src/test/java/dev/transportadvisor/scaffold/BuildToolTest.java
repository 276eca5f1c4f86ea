package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildToolTest {

    private static final String NEEDS = "A Java bot is built with a JDK 17 or newer and Maven, and there is ";

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws IOException {
        program("jdk/bin/javac");
        program("maven/mvn");
    }

    @Test
    void nothingIsMissingWhereBothAre() {
        assertEquals(Optional.empty(), missing(Map.of("JAVA_HOME", at("jdk"), "PATH", at("maven"))));
        assertEquals(Optional.empty(), missing(Map.of("PATH", at("maven") + ":" + at("jdk/bin"))));
    }

    @Test
    void saysWhatIsNotThere() {
        assertEquals(Optional.of(NEEDS + "no javac on the PATH, and no mvn on the PATH."), missing(Map.of()));
        assertEquals(Optional.of(NEEDS + "no mvn on the PATH."), missing(Map.of("JAVA_HOME", at("jdk"))));
        assertEquals(
                Optional.of(NEEDS + "no bin/javac in JAVA_HOME, which is /no/jdk."),
                missing(Map.of("JAVA_HOME", "/no/jdk", "PATH", at("maven"))));
    }

    @Test
    void aProjectMayBringMaven() throws IOException {
        program("project/mvnw");
        assertEquals(Optional.empty(), missing(Map.of("JAVA_HOME", at("jdk"))));
    }

    @Test
    void aProjectTellsItsTool() {
        assertEquals(Optional.of(BuildTool.NPM), BuildTool.of("package.json"::equals));
        assertEquals(Optional.empty(), BuildTool.of("Makefile"::equals));
        assertEquals(
                Optional.of("A JavaScript bot is built with Node.js 20 or newer and npm, and there is no node on the"
                        + " PATH, and no npm on the PATH."),
                BuildTool.NPM.missing(Map.of("PATH", at("maven")), folder));
    }

    private Optional<String> missing(Map<String, String> environment) {
        return BuildTool.MAVEN.missing(environment, folder.resolve("project"));
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    private void program(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file).toFile().setExecutable(true);
    }
}
