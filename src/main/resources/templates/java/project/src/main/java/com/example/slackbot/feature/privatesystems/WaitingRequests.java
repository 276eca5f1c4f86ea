package com.example.slackbot.feature.privatesystems;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Requests between the question whether to do it and the click: where and how long a click counts. */
final class WaitingRequests {
    private final PendingRequests requests;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long a request waits for a click */
    WaitingRequests(PendingRequests requests, Duration patience, InstantSource clock) {
        this.requests = requests;
        this.patience = patience;
        this.clock = clock;
    }

    /** @return the id for the buttons */
    String add(Pending.Step step, String command, Change.Offer offer, Asker asker) throws IOException {
        return requests.add(new Pending(step, command, offer.pin(), asker.user(), asker.team(), asker.channel(),
                clock.instant().plus(patience)));
    }

    /** A click counts in the time and in the place of its request. */
    Optional<Pending> find(String id, Asker asker) throws IOException {
        return requests.find(id)
                .filter(found -> clock.instant().isBefore(found.until()))
                .filter(found -> found.team().equals(asker.team()) && found.channel().equals(asker.channel()));
    }

    /** Whether it was still there; of several who take it, one gets it. */
    boolean take(String id) throws IOException {
        return requests.take(id).isPresent();
    }

    /** For people. */
    String time() {
        return patience.toMinutes() > 1 ? patience.toMinutes() + " minutes" : patience.toSeconds() + " seconds";
    }
}
