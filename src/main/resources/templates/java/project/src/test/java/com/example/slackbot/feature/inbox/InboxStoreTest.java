package com.example.slackbot.feature.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.RunningBot;
import com.example.slackbot.runtime.StartupException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same in both databases. */
@ParameterizedClass
@EnumSource
class InboxStoreTest {
    private static final Function<StoredDelivery, Outcome> DONE = delivery -> new Outcome.Done();

    @Parameter
    TestDatabase kind;

    @TempDir
    Path directory;

    private final String mark = UUID.randomUUID().toString();
    private InboxStore store;

    @BeforeEach
    void open() throws Exception {
        store = kind.in(directory).open();
        RunningBot.eventually(this::isPrepared);
        while (store.workAtOne(DONE)) {
            // what an earlier run has left
        }
    }

    /** A busy machine may need longer for a connection than the bot waits. */
    private boolean isPrepared() {
        try {
            store.prepare();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @AfterEach
    void close() throws Exception {
        if (store != null) {
            while (store.workAtOne(DONE)) {
                // what a failed test has left
            }
            store.close();
        }
    }

    @Test
    void keepsADeliveryOnceAndWorksAtItOnce() throws Exception {
        assertTrue(store.add(delivery("a"), true));
        assertFalse(store.add(delivery("a"), true));

        assertEquals(List.of(id("a")), workAtAll());
        assertFalse(store.add(delivery("a"), true));
        assertEquals(List.of(), workAtAll());
    }

    @Test
    void onlyRemembersWhatNeedsNoWork() throws Exception {
        assertTrue(store.add(delivery("click"), false));

        assertFalse(store.add(delivery("click"), false));
        assertEquals(List.of(), workAtAll());
    }

    @Test
    void worksAgainAtWhatFailedOnceItIsDue() throws Exception {
        store.add(delivery("later"), true);
        store.workAtOne(delivery -> new Outcome.Again(Duration.ofMinutes(14), "no luck"));
        assertEquals(List.of(), workAtAll());

        store.add(delivery("at once"), true);
        store.workAtOne(delivery -> new Outcome.Again(Duration.ZERO, "no luck"));
        List<Integer> attempts = new ArrayList<>();
        store.workAtOne(delivery -> {
            attempts.add(delivery.attempts());
            return new Outcome.Done();
        });
        assertEquals(List.of(1), attempts);
    }

    /** What is due in an hour was due at once before the clock was set back by one. */
    @Test
    void aClockThatIsSetBackHoldsNothingUp() throws Exception {
        store.add(delivery("before"), true);
        store.workAtOne(delivery -> new Outcome.Again(Duration.ofHours(1), "no luck"));
        store.add(delivery("after"), true);

        assertEquals(List.of(id("after"), id("before")), workAtAll());
    }

    @Test
    void tellsForHowLongNobodyListened() throws Exception {
        store.beat();
        TimeUnit.MILLISECONDS.sleep(20);

        InboxStore.Silence silence = store.silence().orElseThrow();

        assertTrue(silence.length().toMillis() >= 20, silence::toString);
        assertTrue(silence.length().toSeconds() < 60, silence::toString);
        assertEquals(silence.from(), store.silence().orElseThrow().from(), "to ask ends none");
    }

    @Test
    void countsAnAttemptThatNobodyEnded() throws Exception {
        store.add(delivery("fatal"), true);
        assertThrows(IllegalStateException.class, () -> store.workAtOne(delivery -> {
            throw new IllegalStateException("as a process that dies");
        }));

        List<Integer> attempts = new ArrayList<>();
        store.workAtOne(delivery -> {
            attempts.add(delivery.attempts());
            return new Outcome.Dead("no luck");
        });
        store.revive(id("fatal"));
        store.workAtOne(delivery -> {
            attempts.add(delivery.attempts());
            return new Outcome.Done();
        });

        assertEquals(List.of(1, 0), attempts);
    }

    @Test
    void listsTheDeadAndRevivesThem() throws Exception {
        store.add(delivery("c"), true);
        store.workAtOne(delivery -> new Outcome.Dead("channel_not_found"));

        assertEquals(List.of(), workAtAll());
        assertTrue(store.dead().stream()
                .anyMatch(line -> line.contains(id("c")) && line.contains("channel_not_found")));
        assertTrue(store.revive(id("c")));
        assertFalse(store.revive(id("c")));
        assertEquals(List.of(id("c")), workAtAll());
    }

    @Test
    void writesDownAnErrorOfAnyLetters() throws Exception {
        store.add(delivery("zero"), true);
        store.workAtOne(delivery -> Outcome.failed(Outcome.PAUSES.size(), "a \0 and " + "x".repeat(10_000)));

        assertTrue(store.dead().stream().anyMatch(line -> line.contains(id("zero")) && line.contains("a   and x")));
    }

    @Test
    void answersNobodyForEverOnceItIsClosed() throws Exception {
        store.close();

        assertThrows(SQLException.class, () -> store.add(delivery("late"), true));
        store = null;
    }

    @Test
    void givesEachDeliveryToOneWorker() throws Exception {
        List<String> worked = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 100; i++) {
            store.add(delivery("many-" + i), true);
        }
        ExecutorService workers = Executors.newFixedThreadPool(Workers.COUNT);
        for (int i = 0; i < Workers.COUNT; i++) {
            workers.submit(() -> {
                while (store.workAtOne(delivery -> {
                    worked.add(delivery.id());
                    return new Outcome.Done();
                })) {
                    // the next one
                }
                return null;
            });
        }
        workers.shutdown();
        assertTrue(workers.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(100, worked.size());
        assertEquals(100, worked.stream().distinct().count());
    }

    @Test
    void letsOthersWorkWhileOneTakesLong() throws Exception {
        store.add(delivery("slow"), true);
        store.add(delivery("quick"), true);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread slow = new Thread(() -> {
            try {
                store.workAtOne(delivery -> {
                    begun.countDown();
                    await(ended);
                    return new Outcome.Done();
                });
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        slow.start();
        begun.await();

        assertEquals(1, workAtAll().size());

        ended.countDown();
        slow.join();
        assertEquals(List.of(), workAtAll());
    }

    @Test
    void tellsAFirstPostFromALaterOne() throws Exception {
        assertEquals(1, store.begin(id("post")));
        assertEquals(2, store.begin(id("post")));
    }

    @Test
    void forgetsWhatIsDoneAndOldAlone() throws Exception {
        store.add(delivery("done"), false);
        store.add(delivery("waiting"), true);

        store.forgetOlderThan(Duration.ofHours(1));
        assertFalse(store.add(delivery("done"), false));

        store.forgetOlderThan(Duration.ofSeconds(-1));
        assertTrue(store.add(delivery("done"), false));
        assertEquals(List.of(id("waiting")), workAtAll());
    }

    @Test
    void aSecondProcessHasToTakePostgreSql() {
        Assumptions.assumeTrue(kind == TestDatabase.SQLITE);

        StartupException refused = assertThrows(StartupException.class, () -> kind.in(directory).open());

        assertTrue(refused.getMessage().contains("DATABASE_URL"), refused.getMessage());
    }

    private List<String> workAtAll() throws SQLException {
        List<String> ids = new ArrayList<>();
        while (store.workAtOne(delivery -> {
            ids.add(delivery.id());
            return new Outcome.Done();
        })) {
            // the next one
        }
        return ids;
    }

    private StoredDelivery delivery(String name) {
        return new StoredDelivery(id(name), "{}", Instant.now(), 0);
    }

    private String id(String name) {
        return name + "-" + mark;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
