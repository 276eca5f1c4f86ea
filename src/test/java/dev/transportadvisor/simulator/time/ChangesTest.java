package dev.transportadvisor.simulator.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final Changes changes = new Changes();

    @Test
    void whoHasNotSeenTheLastChangeWaitsForNone() {
        changes.happened();
        assertTrue(changes.after(0).isDone());
    }

    @Test
    void whoHasSeenItWaitsForTheNext() throws Exception {
        CompletableFuture<Void> next = changes.after(changes.happened());
        assertFalse(next.isDone());
        changes.happened();
        next.get(60, TimeUnit.SECONDS);
    }

    /** With one more change at the end, everybody has had one to wait for. */
    @Test
    void nobodyIsForgottenWhileChangesComeFromSeveralSides() throws Exception {
        List<Thread> sides = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread side = new Thread(() -> {
                for (int j = 0; j < 100_000; j++) {
                    changes.happened();
                }
            });
            side.start();
            sides.add(side);
        }
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        while (sides.stream().anyMatch(Thread::isAlive)) {
            waiting.add(changes.after(changes.last()));
        }
        changes.happened();
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }
}
