package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.http.JsonTree;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a bot answered to one attempt.
 *
 * @param after the time since the attempt was sent
 * @param status the HTTP status; none over a socket
 * @param body the body of the HTTP response, or the payload of the acknowledgement as JSON; empty if there was none
 */
public record Answer(Duration after, OptionalInt status, String body) {

    /** Characters, ours. */
    private static final int SHOWN = 10_000;

    /** The same with no more of the body than a person looks at. */
    Answer shortened() {
        return body.length() <= SHOWN ? this : new Answer(after, status, body.substring(0, SHOWN));
    }

    /** The body, where it is JSON. */
    public Optional<JsonNode> json() {
        return body.isEmpty() ? Optional.empty() : JsonTree.parse(body);
    }
}
