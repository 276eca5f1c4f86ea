package com.example.slackbot.runtime;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what did not succeed, for as long as the bot lives. Bolt's start ends with the first failure. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_PAUSE_SECONDS = 1;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    /** Something that others may not let succeed yet. */
    interface Attempt {
        /**
         * @throws StartupException when no later try will succeed
         * @throws IOException when one may
         */
        void run() throws StartupException, IOException;
    }

    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Tries until it works; false when the bot was closed first.
     *
     * @param what is not there while it does not work, for the log
     */
    boolean until(String what, Attempt attempt) throws StartupException {
        for (long pause = FIRST_PAUSE_SECONDS; !endsWithin(0); pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS)) {
            try {
                attempt.run();
                return true;
            } catch (IOException e) {
                LOG.warn("{} is not available, next try in {} s: {}", what, pause, e.toString());
            }
            endsWithin(pause);
        }
        return false;
    }

    void end() {
        ended.countDown();
    }

    private boolean endsWithin(long seconds) {
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
