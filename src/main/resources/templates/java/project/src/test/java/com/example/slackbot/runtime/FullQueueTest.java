package com.example.slackbot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What becomes of an event for which there is no room. */
class FullQueueTest {
    private static final int PLACES = WorkQueue.InMemory.THREADS + WorkQueue.InMemory.CAPACITY;

    private final EventRequest event = new EventRequest("""
            {"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention"}}""", new RequestHeaders(Map.of()));

    @Test
    void refusesWhatHasNoPlace() {
        WorkQueue.InMemory work = new WorkQueue.InMemory();
        CountDownLatch roomIsMade = new CountDownLatch(1);
        for (int i = 0; i < PLACES; i++) {
            work.submit("wait", roomIsMade::await);
        }

        assertThrows(RejectedExecutionException.class, () -> work.submit("one too many", () -> {}));

        roomIsMade.countDown();
        assertTrue(work.drain(Duration.ofSeconds(30)));
    }

    @Test
    void isNotAcknowledgedAndHandledWhenItComesAgain() throws Exception {
        OncePerDelivery once = new OncePerDelivery(new SeenDeliveries());

        Response refused = once.apply(event, null, request -> {
            throw new RejectedExecutionException();
        });
        Response handled = once.apply(event, null, request -> Response.ok());

        assertEquals(503, refused.getStatusCode());
        assertEquals(200, handled.getStatusCode());
    }
}
