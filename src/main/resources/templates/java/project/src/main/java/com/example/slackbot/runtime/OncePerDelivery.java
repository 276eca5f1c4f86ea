package com.example.slackbot.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets each delivery reach its listener once. A repeated one is acknowledged and goes no further; one that failed is
 * forgotten and not acknowledged, so that Slack's next try is handled. Bolt remembers nothing and handles each try.
 */
public final class OncePerDelivery implements Middleware {
    private final SeenDeliveries seen;

    public OncePerDelivery(SeenDeliveries seen) {
        this.seen = seen;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        Optional<String> id = id((Request<?>) request);
        if (id.isPresent() && !seen.mark(id.get())) {
            return request.getContext().ack();
        }
        boolean handled = false;
        try {
            Response answer = chain.next(request);
            handled = answer.getStatusCode() / 100 == 2;
            return answer;
        } catch (RejectedExecutionException full) {
            return Response.error(HttpServer.SERVICE_UNAVAILABLE);
        } finally {
            if (!handled) {
                id.ifPresent(seen::forget);
            }
        }
    }

    /**
     * An event is told by its id, which stays the same in Slack's retries. Any other request over HTTP is told by its
     * signature: the same signature again is a replay. Slack's URL check has no effect, so it may come twice.
     */
    public static Optional<String> id(Request<?> request) {
        if (request.getRequestType() == RequestType.UrlVerification) {
            return Optional.empty();
        }
        if (request.getRequestType() == RequestType.Event) {
            JsonElement body = JsonParser.parseString(request.getRequestBodyAsString());
            JsonElement id = body.getAsJsonObject().get("event_id");
            return id == null || id.isJsonNull() ? Optional.empty() : Optional.of(id.getAsString());
        }
        return Optional.ofNullable(request.getHeaders().getFirstValue(RequestGuard.SIGNATURE));
    }
}
