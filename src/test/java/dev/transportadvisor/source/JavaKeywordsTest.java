package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

class JavaKeywordsTest {

    @Test
    void areThoseThatTheCompilerKnows() throws Exception {
        List<String> known = textsOfTheCompiler().stream()
                .filter(text -> SourceVersion.isKeyword(text, SourceVersion.RELEASE_17))
                .toList();
        assertTrue(known.containsAll(List.of("_", "abstract", "while")), known::toString);
        assertEquals(known, textsOfTheCompiler().stream().filter(JavaKeywords::contain).toList());
    }

    @Test
    void areNotTheWordsThatAreOnlyKeywordsInTheirPlace() {
        assertEquals(
                List.of(),
                List.of("module", "open", "permits", "record", "sealed", "var", "yield").stream()
                        .filter(JavaKeywords::contain)
                        .toList());
    }

    /** Its class file holds each keyword as a text, among many others. */
    private static List<String> textsOfTheCompiler() throws Exception {
        try (InputStream code = SourceVersion.class.getResourceAsStream("SourceVersion.class")) {
            String bytes = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
            return Arrays.stream(bytes.split("[^a-z_]+")).distinct().toList();
        }
    }
}
