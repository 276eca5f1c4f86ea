package com.example.slackbot.runtime;

/**
 * What Slack has delivered already. Several processes behind one address need an implementation that they share;
 * {@link InMemorySeenDeliveries} knows one process.
 */
public interface SeenDeliveries {

    /** Marks a delivery in one atomic step and tells whether it is new. */
    boolean mark(String id);

    /** Forgets a delivery that could not be handled, so that the next try counts as new. */
    void forget(String id);
}
