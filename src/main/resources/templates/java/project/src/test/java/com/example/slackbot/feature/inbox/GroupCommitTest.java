package com.example.slackbot.feature.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    @TempDir
    Path directory;

    /** The three that wait behind the first share a transaction. */
    @Test
    void oneThatFailsLeavesTheOthersAlone() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(4);
        try (GroupCommit database = new GroupCommit(directory.resolve("group.db"))) {
            CountDownLatch allAsked = new CountDownLatch(1);
            Future<Integer> first = askers.submit(() -> database.write(connection -> {
                allAsked.countDown();
                sleep();
                return 0;
            }));
            allAsked.await();
            List<Future<Integer>> others = new ArrayList<>();
            others.add(askers.submit(() -> database.write(connection -> 1)));
            others.add(askers.submit(() -> database.write(connection -> {
                throw new SQLException("no luck");
            })));
            others.add(askers.submit(() -> database.write(connection -> 3)));

            assertEquals(0, first.get());
            assertEquals(1, others.get(0).get());
            assertThrows(ExecutionException.class, () -> others.get(1).get());
            assertEquals(3, others.get(2).get());
        } finally {
            askers.shutdownNow();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
