package dev.transportadvisor.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as the cases of the built-in table. */
class DecisionCaseFuzzTest {

    private static final DecisionTable TABLE = Tables.transport();

    static Stream<byte[]> seeds() {
        String cases =
                """
                schema: 1
                cases:
                  - id: high-volume
                    because: The sockets are full.
                    needs: {serverless: no, no-public-endpoint: unknown}
                    context: {peak-events-per-second: 101, distribution: internal}
                    expect: {outcome: events-api, decided-by: score, fired: [more-than-a-hundred-events-a-second]}
                  - id: torn
                    because: No transport is left.
                    needs: {serverless: must, no-public-endpoint: must}
                    expect: {outcome: conflict}
                """;
        return Stream.of(cases.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "transport.cases.yaml", file -> DecisionCaseReader.read(TABLE, file));
    }
}
