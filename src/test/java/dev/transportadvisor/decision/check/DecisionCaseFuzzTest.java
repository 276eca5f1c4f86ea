package dev.transportadvisor.decision.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.testing.HostileBytes;
import dev.transportadvisor.testing.SpoiltText;

/** Cases of the built-in table with mistakes; what is accepted is compared with what the table decides. */
class DecisionCaseFuzzTest {

    private static final DecisionTable TABLE = Tables.transport();

    private static final String CASES =
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

    @FuzzTest
    void read(FuzzedDataProvider data) {
        byte[] cases = SpoiltText.of(data, CASES).getBytes(UTF_8);
        HostileBytes.read(cases, "transport.cases.yaml", file -> DecisionCaseReader.read(TABLE, file)
                .forEach(example -> example.differences(TABLE)));
    }
}
