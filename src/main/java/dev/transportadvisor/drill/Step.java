package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.DisconnectReason;
import dev.transportadvisor.simulator.Forgery;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One step of a scenario: something that happens to the bot, or something that is expected of it. */
sealed interface Step {

    /** What can be sent. */
    enum What {
        /** An event that the app is subscribed to. */
        EVENT,
        /** The app's slash command. */
        COMMAND,
        /** A click on the button in the answer to the command that came before. */
        CLICK,
        /** An event that Slack has and the app is not subscribed to. */
        FOREIGN_EVENT,
        /** An event that nobody has heard of. */
        UNKNOWN_EVENT
    }

    /** Something that happens. */
    sealed interface Act extends Step {

        void on(Acts acts);
    }

    /** Something that is expected within a time. */
    sealed interface Expectation extends Step {

        /** @throws Failed if it is not met */
        void by(Expectations expectations);
    }

    /** Sends payloads, all at once; none waits for an answer. */
    record Send(What what, int times) implements Act {
        @Override
        public void on(Acts acts) {
            acts.send(what, times);
        }
    }

    /** Sends one payload after the other while the steps that follow go on. */
    record Stream(What what, int times, Duration every) implements Act {
        @Override
        public void on(Acts acts) {
            acts.stream(what, times, every);
        }
    }

    /** Waits until everything that streams is sent. */
    record AllSent() implements Act {
        @Override
        public void on(Acts acts) {
            acts.allSent();
        }
    }

    /** Sends everything that was sent so far once more, marked as Slack's retry. */
    record Repeat() implements Act {
        @Override
        public void on(Acts acts) {
            acts.repeat();
        }
    }

    /** Sends the last request once more, byte for byte. */
    record Replay() implements Act {
        @Override
        public void on(Acts acts) {
            acts.replay();
        }
    }

    /** Sends an event that does not come from Slack, or not now. */
    record Forge(Forgery forgery) implements Act {
        @Override
        public void on(Acts acts) {
            acts.forge(forgery);
        }
    }

    /** Checks the request URL as Slack does when it is saved. */
    record Challenge() implements Act {
        @Override
        public void on(Acts acts) {
            acts.challenge();
        }
    }

    /** Ends every open connection the way Slack does. */
    record Disconnect(DisconnectReason reason) implements Act {
        @Override
        public void on(Acts acts) {
            acts.disconnect(reason);
        }
    }

    /** Makes every open connection half-open: it looks alive and carries nothing. */
    record Silence() implements Act {
        @Override
        public void on(Acts acts) {
            acts.silence();
        }
    }

    /** Cuts every open connection. */
    record Cut() implements Act {
        @Override
        public void on(Acts acts) {
            acts.cut();
        }
    }

    /** Makes methods of the Web API slow. */
    record SlowApi(List<String> methods, Duration by) implements Act {
        @Override
        public void on(Acts acts) {
            acts.slow(methods, by);
        }
    }

    /** Answers the next calls of each method with HTTP 429. */
    record LimitApi(List<String> methods, int times, Duration retryAfter) implements Act {
        @Override
        public void on(Acts acts) {
            acts.limit(methods, times, retryAfter);
        }
    }

    /** Answers methods of the Web API with an HTTP error. */
    record BreakApi(List<String> methods, int status) implements Act {
        @Override
        public void on(Acts acts) {
            acts.fail(methods, status);
        }
    }

    /** Lets the Web API work again. */
    record RepairApi() implements Act {
        @Override
        public void on(Acts acts) {
            acts.repair();
        }
    }

    /** Sends SIGTERM. */
    record Terminate() implements Act {
        @Override
        public void on(Acts acts) {
            acts.terminate();
        }
    }

    /**
     * Starts the bot again and waits until it works.
     *
     * @param watched whether it must not call itself ready before it has a connection
     */
    record Start(boolean watched) implements Act {
        @Override
        public void on(Acts acts) {
            acts.start(watched);
        }
    }

    /** Starts a second process with the same tokens and waits until it has a connection. */
    record StartSecond(Duration within) implements Act {
        @Override
        public void on(Acts acts) {
            acts.startSecond(within);
        }
    }

    /** Lets time pass. */
    record Pause(Duration time) implements Act {
        @Override
        public void on(Acts acts) {
            acts.pause(time);
        }
    }

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
