package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".gitignore", ".github/workflows/ci.yml", "a/b_c/D-1.java"})
    void takesAPathInsideTheBotsFolder(String path) {
        assertEquals(path, new GeneratedFile(path, "").path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../x",
                "a/../../x",
                "a/..",
                "./a",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "..\\x",
                "C:/x",
                "C:x",
                "a\0b",
                "a\nb",
                "a b",
                "a.",
                "...",
                "~/x\t",
                "ä"
            })
    void refusesAPathThatCouldLeadElsewhere(String path) {
        InputException refusal = assertThrows(InputException.class, () -> new GeneratedFile(path, ""));
        assertTrue(refusal.getMessage().contains("cannot be written"), refusal.getMessage());
    }

    @Test
    void countsBytesNotCharacters() {
        assertEquals(4, new GeneratedFile("a", "😀").size());
    }
}
