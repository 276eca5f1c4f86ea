package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import java.time.Duration;
import java.util.List;

/** Something that happens to the bot. */
sealed interface Act extends Step {

    void on(Acts acts);

    /** Sends payloads, all at once; none waits for an answer. */
    record Send(Step.What what, int times) implements Act {
        @Override
        public void on(Acts acts) {
            acts.send(what, times);
        }
    }

    /** Sends one payload after the other while the steps that follow go on. */
    record Stream(Step.What what, int times, Duration every) implements Act {
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
}
