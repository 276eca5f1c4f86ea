package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BuiltinFilesTest {

    @Test
    void readsWhatTheProgramCarries() {
        SourceFile file = BuiltinFiles.read("rules/transport.cases.yaml");

        assertEquals("rules/transport.cases.yaml", file.path());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        IllegalArgumentException missing =
                assertThrows(IllegalArgumentException.class, () -> BuiltinFiles.read("rules/missing.yaml"));

        assertEquals("There is no built-in rules/missing.yaml", missing.getMessage());
    }
}
