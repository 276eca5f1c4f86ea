package dev.transportadvisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each line of a Java file looks, and how the file ends. */
class JavaFilesTest {

    /** In characters as a reader counts them: one outside the Basic Multilingual Plane is one. */
    private static final int LONGEST_LINE = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/build/java", "src/dist/java", "src/bench/java", "src/test/java"})
    void everyFileIsTidy(String folder) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : javaFiles(folder)) {
            problems.addAll(problems(file.toString(), Files.readString(file)));
        }

        assertEquals("", String.join("\n", problems));
    }

    @Test
    void aLineMayBeFull() {
        assertEquals(List.of(), problems("A.java", "x".repeat(120) + "\n\n" + "😀".repeat(120) + "\n"));
    }

    @Test
    void findsWhatIsUntidy() {
        assertEquals(List.of("A.java:2: 121 characters"), problems("A.java", "\n" + "x".repeat(121) + "\n"));
        assertEquals(List.of("A.java:1: a tab"), problems("A.java", "\tx\n"));
        assertEquals(List.of("A.java:1: a space at the end"), problems("A.java", "x \ny\n"));
        assertEquals(List.of("A.java:1: a space at the end"), problems("A.java", "x\r\ny\n"));
        assertEquals(List.of("A.java: not exactly one newline at the end"), problems("A.java", "x"));
        assertEquals(List.of("A.java: not exactly one newline at the end"), problems("A.java", "x\n\n"));
    }

    private static List<Path> javaFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty(), folder);
            return found;
        }
    }

    private static List<String> problems(String file, String text) {
        List<String> problems = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String place = file + ":" + (i + 1) + ": ";
            problems(lines[i]).forEach(problem -> problems.add(place + problem));
        }
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            problems.add(file + ": not exactly one newline at the end");
        }
        return problems;
    }

    private static List<String> problems(String line) {
        List<String> problems = new ArrayList<>();
        int length = line.codePointCount(0, line.length());
        if (length > LONGEST_LINE) {
            problems.add(length + " characters");
        }
        if (line.contains("\t")) {
            problems.add("a tab");
        }
        if (!line.equals(line.stripTrailing())) {
            problems.add("a space at the end");
        }
        return problems;
    }
}
