package dev.transportadvisor.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as YAML. */
class YamlFuzzTest {

    static Stream<byte[]> seeds() throws IOException {
        return Stream.concat(HostileBytes.filesIn("rules"), HostileBytes.filesIn("samples"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "f.yaml", Documents::checkSpans);
    }
}
