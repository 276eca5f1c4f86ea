package dev.transportadvisor.decision.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.testing.HostileBytes;
import dev.transportadvisor.testing.SpoiltText;
import java.util.List;

/** A decision table with mistakes; what is accepted is checked. */
class DecisionTableFuzzTest {

    @FuzzTest
    void read(FuzzedDataProvider data) {
        // The built-in table is so long that few changes would hit anything, and slowly.
        byte[] table = SpoiltText.of(data, DecisionTableReaderTest.TABLE).getBytes(UTF_8);
        HostileBytes.read(
                table, "transport.yaml", file -> DecisionTableChecker.check(DecisionTableReader.read(file), List.of()));
    }
}
