package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuiltinFilesTest {

    @Test
    void everyFileIsFoundByThePathThatItIsListedWith() {
        for (BuiltinFiles files : List.of(BuiltinFiles.rules(), BuiltinFiles.templates())) {
            List<String> paths = files.paths();

            assertEquals(paths.stream().sorted().toList(), paths);
            paths.forEach(path -> assertEquals(path, files.read(path).path()));
        }
    }

    @Test
    void listsFilesInFoldersToo() {
        assertTrue(BuiltinFiles.rules().paths().contains("rules/transport.yaml"));
        assertTrue(BuiltinFiles.templates().paths().contains("templates/bolt-java/template.yaml"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), BuiltinFiles.rules().find("rules/missing.yaml"));
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> BuiltinFiles.rules().read("rules/missing.yaml"));
        assertEquals("There is no built-in rules/missing.yaml", refusal.getMessage());
    }
}
