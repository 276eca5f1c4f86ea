package com.example.slackbot.runtime;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what Slack did not let succeed, for as long as the bot lives. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_PAUSE_SECONDS = 1;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    /** A call to Slack. */
    interface Attempt {
        /**
         * @throws StartupException when no later try will succeed
         * @throws IOException when one may
         */
        void run() throws StartupException, IOException;
    }

    private final CountDownLatch ended = new CountDownLatch(1);

    /** Tries until it works; false when the bot was closed first. */
    boolean until(Attempt attempt) throws StartupException {
        for (long pause = FIRST_PAUSE_SECONDS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS)) {
            try {
                attempt.run();
                return true;
            } catch (IOException e) {
                LOG.warn("Slack is not available, next try in {} s: {}", pause, e.toString());
            }
            if (endsWithin(pause)) {
                return false;
            }
        }
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
