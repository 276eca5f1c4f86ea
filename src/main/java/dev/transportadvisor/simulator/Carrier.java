package dev.transportadvisor.simulator;

import java.util.function.Consumer;

/** Takes one attempt to the bot, over one of the transports. */
interface Carrier {

    /** Records the attempt in the delivery and says how it ended, once and on any thread. */
    void carry(Delivery delivery, Retry retry, Consumer<Ending> then);

    /**
     * Which attempt this is.
     *
     * @param number 0 for the first
     * @param reason why the one before failed
     */
    record Retry(int number, String reason) {
        static final Retry FIRST = new Retry(0, "");

        Retry next(String why) {
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
