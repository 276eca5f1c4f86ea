package dev.transportadvisor.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as JSON. */
class JsonFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                HostileBytes.file("src/test/resources/golden/recommend/conflict.json"),
                HostileBytes.file(
                        "src/main/resources/templates/contract/choice/transport/socket-mode/.slack/manifest.json"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "f.json", Documents::checkSpans);
    }
}
