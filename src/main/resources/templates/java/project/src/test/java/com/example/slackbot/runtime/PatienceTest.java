package com.example.slackbot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesUntilItWorks() throws Exception {
        assertTrue(patience.until("It", () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IOException("not yet");
            }
        }));
        assertEquals(2, attempts.get());
    }

    /** As when SIGTERM comes during an attempt that works: what would have come next is not begun. */
    @Test
    void beginsWithNothingAfterTheEnd() throws Exception {
        patience.end();

        assertFalse(patience.until("It", attempts::incrementAndGet));
        assertEquals(0, attempts.get());
    }
}
