package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.WorkQueue;
import java.time.Instant;

/** A delivery while its listener runs: what becomes of the work that the listener leaves. */
final class Play {
    private final StoredDelivery delivery;
    private boolean hasWork;
    private Exception failure;
    private int posts;

    private Play(StoredDelivery delivery) {
        this.delivery = delivery;
    }

    /** For the answer alone: work is only noted. */
    static Play leavingWork() {
        return new Play(null);
    }

    /** Work is done on the spot. */
    static Play working(StoredDelivery delivery) {
        return new Play(delivery);
    }

    void submit(String name, WorkQueue.Task task) {
        hasWork = true;
        if (delivery == null || failure != null) {
            return;
        }
        try {
            task.run();
        } catch (Exception e) {
            failure = new Exception(name + ": " + e.getMessage(), e);
        }
    }

    boolean hasWork() {
        return hasWork;
    }

    void throwFailure() throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    Instant received() {
        return delivery.received();
    }

    /** A listener that is played again makes its posts in the same order. */
    String nextPost() {
        return delivery.id() + "#" + posts++;
    }
}
