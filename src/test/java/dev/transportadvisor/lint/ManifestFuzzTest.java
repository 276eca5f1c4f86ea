package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a manifest: whatever is wrong with it is a finding that points into it. */
class ManifestFuzzTest {

    static Stream<byte[]> seeds() throws IOException {
        String project = "src/main/resources/templates/contract/choice/transport/socket-mode/";
        return Stream.concat(
                HostileBytes.filesIn("samples/manifests"),
                Stream.of("manifest.yaml", ".slack/manifest.json").map(path -> HostileBytes.file(project + path)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void lint(byte[] input) {
        HostileBytes.read(input, "manifest", ManifestFuzzTest::lint);
    }

    private static void lint(SourceFile file) {
        Rules.lint(file).forEach(finding -> {
            assertEquals(file.path(), finding.location().path());
            HostileBytes.checkInside(file, finding.location().span());
        });
    }
}
