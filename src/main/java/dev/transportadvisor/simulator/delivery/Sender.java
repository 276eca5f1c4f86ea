package dev.transportadvisor.simulator.delivery;

import java.util.function.Consumer;

/** Sends one attempt to the bot, over one of the transports. */
public interface Sender {

    /** Records the attempt in the delivery and says how it ended, once and on any thread. */
    void send(Delivery delivery, Retry retry, Consumer<Ending> then);

    /**
     * Which attempt this is.
     *
     * @param number 0 for the first
     * @param reason why the one before failed
     */
    record Retry(int number, String reason) {
        public static final Retry FIRST = new Retry(0, "");

        public Retry next(String why) {
            return new Retry(number + 1, why);
        }
    }

    /** How an attempt ended. */
    sealed interface Ending {}

    /** @param attempt its index in the delivery */
    record Acknowledged(int attempt) implements Ending {}

    /** @param again whether Slack would try again, if it is an event */
    record Failed(String reason, boolean again) implements Ending {}
}
