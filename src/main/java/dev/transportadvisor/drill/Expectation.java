package dev.transportadvisor.drill;

import java.time.Duration;
import java.util.Set;

/** Something that is expected of the bot within a time. */
sealed interface Expectation extends Step {

    /** @throws Failed if it is not met */
    void by(Expectations expectations);

    /**
     * Everything that was sent is acknowledged, each attempt within Slack's three seconds.
     *
     * @param retries how often Slack may have to try again
     */
    record Acknowledged(Duration within, int retries) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.acknowledged(within, retries);
        }
    }

    /** Everything that was forged is answered with a 4xx status. */
    record Refused(Duration within) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.refused(within);
        }
    }

    /**
     * Every event, command and click had its effect.
     *
     * @param once whether a second effect of the same kind counts against the bot
     */
    record Handled(Duration within, boolean once) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.handled(within, once);
        }
    }

    /** For some time, nothing that was not there before the last act has an effect. */
    record Quiet(Duration time) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.quiet(time);
        }
    }

    /** The bot has a connection that works. */
    record Connected(Duration within) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.connected(within);
        }
    }

    /** The bot calls itself ready. */
    record Ready(Duration within) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.ready(within);
        }
    }

    /** The bot calls itself not ready, or does not answer at all. */
    record Unready(Duration within) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.unready(within);
        }
    }

    /** The process has ended. */
    record Ended(Duration within, Set<Integer> statuses) implements Expectation {
        @Override
        public void by(Expectations expectations) {
            expectations.ended(within, statuses);
        }
    }
}
