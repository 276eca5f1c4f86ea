package dev.transportadvisor.lint.suppression;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a baseline. */
class BaselineFuzzTest {

    static Stream<byte[]> seeds() {
        String baseline =
                """
                {"schema": 1, "findings": [
                  {"file": "manifest.yaml", "rule": "plain-http-url", "pointer": "/settings/interactivity/request_url"},
                  {"file": "dev/manifest.json", "rule": "syntax-error", "pointer": ""}
                ]}
                """;
        return Stream.of(baseline.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "baseline.json", BaselineReader::read);
    }
}
