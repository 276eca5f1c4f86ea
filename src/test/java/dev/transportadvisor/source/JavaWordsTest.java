package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaWordsTest {

    /** The source names every reserved word; whatever else stands in it is none. */
    @Test
    void javaItselfAgreesOnEveryWordOfTheSource() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/transportadvisor/source/JavaWords.java"));
        long reserved = Stream.of(source.split("\\W+"))
                .distinct()
                .peek(word -> assertEquals(
                        SourceVersion.isKeyword(word, SourceVersion.RELEASE_17), JavaWords.isReserved(word), word))
                .filter(JavaWords::isReserved)
                .count();
        assertEquals(54, reserved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "sealed", "var", "yield", "deploybot", "Class", ""})
    void wordsThatJavaKnowsOnlyInSomePlacesMayBeUsed(String word) {
        assertEquals(SourceVersion.isKeyword(word, SourceVersion.RELEASE_17), JavaWords.isReserved(word));
    }
}
