package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

// region inbox
import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.runtime.Environment;
// endregion
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
// region inbox
import java.util.Map;
// endregion
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
// region inbox
import org.junit.jupiter.api.Assumptions;
// endregion
import org.junit.jupiter.api.Test;

class PendingRequestsTest {
    private static final Pending REQUEST = new Pending(
            Pending.Step.APPROVAL, "sync shop", "4f1d", "U1", "T1", "C1", Instant.ofEpochMilli(4_000_000_000_000L));

    @Test
    void keepsARequestUntilItIsTaken() throws Exception {
        assertKeeps(new InMemoryPendingRequests(), new InMemoryPendingRequests());
    }

    @Test
    void oneOfManyGetsARequest() throws Exception {
        PendingRequests requests = new InMemoryPendingRequests();
        assertTakenOnce(List.of(requests));
    }

    // region inbox
    @Test
    void processesShareWhatWaits() throws Exception {
        PendingRequests one = shared();
        PendingRequests other = shared();

        String id = one.add(REQUEST);
        assertEquals(Optional.of(REQUEST), other.find(id));
        assertEquals(Optional.of(REQUEST), other.take(id));
        assertEquals(Optional.empty(), one.take(id));
        assertTakenOnce(List.of(one, other, shared()));
    }

    private static PendingRequests shared() {
        String url = System.getenv("TEST_DATABASE_URL");
        Assumptions.assumeTrue(url != null, "TEST_DATABASE_URL names no PostgreSQL");
        return StoredPendingRequests.in(
                Database.read(new Environment(Map.of("DATABASE_URL", url))), new InMemoryPendingRequests());
    }

    // endregion
    private static void assertKeeps(PendingRequests requests, PendingRequests others) throws IOException {
        String id = requests.add(REQUEST);
        assertNotEquals(id, requests.add(REQUEST));

        assertEquals(Optional.of(REQUEST), requests.find(id));
        assertEquals(Optional.of(REQUEST), requests.find(id));
        assertEquals(Optional.empty(), others.find(id));
        assertEquals(Optional.of(REQUEST), requests.take(id));
        assertEquals(Optional.empty(), requests.find(id));
        assertEquals(Optional.empty(), requests.take(id));
    }

    private static void assertTakenOnce(List<PendingRequests> processes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        String id = processes.get(0).add(REQUEST);
        List<Callable<Optional<Pending>>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            PendingRequests process = processes.get(i % processes.size());
            tries.add(() -> process.take(id));
        }
        int taken = 0;
        for (Future<Optional<Pending>> tried : threads.invokeAll(tries)) {
            taken += tried.get().isPresent() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, taken);
    }
}
