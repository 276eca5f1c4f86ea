package dev.transportadvisor.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a decision table; what is accepted is checked. */
class DecisionTableFuzzTest {

    static Stream<byte[]> seeds() {
        // The built-in table is so long that few changes would hit anything, and slowly.
        return Stream.of(DecisionTableReaderTest.TABLE.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(
                input, "transport.yaml", file -> DecisionTableChecker.check(DecisionTableReader.read(file), List.of()));
    }
}
