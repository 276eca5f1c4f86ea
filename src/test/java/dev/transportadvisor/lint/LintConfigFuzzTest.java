package dev.transportadvisor.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.lint.suppression.LintConfigReader;
import dev.transportadvisor.testing.HostileBytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as the configuration of a project. */
class LintConfigFuzzTest {

    static Stream<byte[]> seeds() {
        String config =
                """
                schema: 1
                severities:
                  plain-http-url: error
                  local-request-url: off
                suppressions:
                  - rule: plain-http-url
                    file: "dev/**/*.yaml"
                    reason: The proxy speaks plain HTTP.
                    until: 2027-01-31
                """;
        return Stream.of(config.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, ".transport-advisor.yaml", new LintConfigReader(Rules.CATALOG)::read);
    }
}
