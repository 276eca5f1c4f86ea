package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a manifest to fix: what could be read can be read when it is fixed. */
class ManifestFixFuzzTest {

    private static final ManifestLinter LINTER = new ManifestLinter(Rules.CATALOG, Optional.empty());
    private static final ManifestFixer FIXER = new ManifestFixer(Rules.CATALOG, LINTER::lint);

    static Stream<byte[]> seeds() throws IOException {
        return HostileBytes.filesIn("samples/manifests");
    }

    @MethodSource("seeds")
    @FuzzTest
    void fix(byte[] input) {
        HostileBytes.read(input, "manifest", ManifestFixFuzzTest::fix);
    }

    private static void fix(SourceFile file) {
        DocumentReader.read(file);
        SourceFile fixed = FIXER.fix(file).file();
        assertDoesNotThrow(() -> DocumentReader.read(fixed));
    }
}
