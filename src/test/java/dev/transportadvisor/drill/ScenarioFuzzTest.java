package dev.transportadvisor.drill;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a scenario, and as the manifest that a drill looks at. */
class ScenarioFuzzTest {

    static Stream<byte[]> seeds() throws IOException {
        return Stream.concat(HostileBytes.filesIn("rules/drill"), HostileBytes.filesIn("samples/manifests"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "rules/drill/scenario.yaml", ScenarioReader::read);
        HostileBytes.read(input, "manifest.yaml", AppFeatures::of);
    }
}
