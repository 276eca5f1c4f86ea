package com.example.slackbot.feature.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table of deliveries, and two small ones beside it. Each delivery is waiting, done or dead. That somebody works at
 * one is never written down: it is a lock that ends with its holder, so that no clock has to tell who has died.
 */
interface InboxStore extends AutoCloseable {

    /** From the last beat until now, by the database's clock. */
    record Silence(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** Makes the tables where they are missing. */
    void prepare() throws SQLException;

    /**
     * Keeps a delivery. When this returns, it outlives a crash.
     *
     * @param waiting whether work is left; otherwise it is only remembered
     * @return false when it is there already
     */
    boolean add(StoredDelivery delivery, boolean waiting) throws SQLException;

    /**
     * Works at the oldest delivery that is due and that nobody else works at, and writes down what came of it. That
     * the work was begun is written down before: a delivery that its process dies over does not come for ever.
     *
     * @return false when there is none
     */
    boolean workAtOne(Function<StoredDelivery, Outcome> work) throws SQLException;

    /**
     * Notes at once that something is about to be done, whatever becomes of it.
     *
     * @return how often that was noted, this time included
     */
    int begin(String key) throws SQLException;

    /** Since when no process has noted that it listens; empty where none ever has. */
    Optional<Silence> silence() throws SQLException;

    /** Notes that a process listens. */
    void beat() throws SQLException;

    // region metrics
    /** How many wait, those that are worked at included. */
    int waiting() throws SQLException;

    // endregion
    /** Forgets what is done and older than this. */
    void forgetOlderThan(Duration age) throws SQLException;

    /** What failed for the last time, oldest first: its id, when it came, and why. */
    List<String> dead() throws SQLException;

    /** Lets a dead delivery be worked at once more; false when there is none of this id. */
    boolean revive(String id) throws SQLException;

    @Override
    void close() throws SQLException;
}
