package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.slack.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's own endpoints, for scripts and for the page. Reading is GET; everything else is POST with a JSON
 * object, a type that no page from elsewhere may send.
 */
public final class ControlApi {

    public static final String PATH = "/simulator/";

    private static final String DELIVERY = "deliveries/";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    /** The longest that a request waits for a delivery, ours: below the usual limits of HTTP clients. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final LocalSlack slack;
    private final Controls controls;
    private final ChangesFeed feed;

    public ControlApi(LocalSlack slack) {
        this.slack = slack;
        controls = new Controls(slack);
        feed = new ChangesFeed(slack, Ids.unguessable());
    }

    public CompletionStage<WebReply> answer(WebRequest request) {
        String name = request.path().substring(PATH.length());
        if (request.method().equals("GET") && name.startsWith(DELIVERY)) {
            return delivery(name.substring(DELIVERY.length()), request.parameter("wait"));
        }
        if (request.method().equals("GET") && name.equals("changes")) {
            return feed.after(
                            request.parameter("run"),
                            number(request, "after"),
                            number(request, "call"),
                            waiting(request.parameter("wait")))
                    .thenApply(changes -> WebReply.json(OK, changes));
        }
        return CompletableFuture.completedFuture(
                switch (request.method()) {
                    case "GET" -> read(name, request.parameter("last"));
                    case "POST" -> follow(name, request);
                    default -> problem(METHOD_NOT_ALLOWED, "Read with GET, and ask for something with POST.");
                });
    }

    /** @param last how much of a long history is wanted; all of it without a number */
    private WebReply read(String name, String last) {
        int most = last.matches("\\d{1,6}") ? Integer.parseInt(last) : Integer.MAX_VALUE;
        return switch (name) {
            case "state" -> WebReply.json(OK, ControlJson.state(slack));
            case "deliveries" -> list("deliveries", slack.deliveries(), most, ControlJson::delivery);
            case "journal" -> list("calls", slack.journal().calls(), most, ControlJson::call);
            default -> nothingAt(name);
        };
    }

    private static <T> WebReply list(String name, List<T> values, int most, Function<T, ObjectNode> view) {
        List<T> last = values.subList(Math.max(0, values.size() - most), values.size());
        return WebReply.json(OK, JsonTree.object().set(name, ControlJson.list(last, view)));
    }

    private static long number(WebRequest request, String parameter) {
        String text = request.parameter(parameter);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Duration waiting(String seconds) {
        return Duration.ofSeconds(
                seconds.matches("\\d{1,4}") ? Math.min(Long.parseLong(seconds), LONGEST_WAIT.toSeconds()) : 0);
    }

    /** @param wait for how many seconds the answer may wait until the delivery is settled */
    private CompletionStage<WebReply> delivery(String id, String wait) {
        Optional<Delivery> delivery = slack.delivery(id);
        if (delivery.isEmpty()) {
            return CompletableFuture.completedFuture(nothingAt(DELIVERY + id));
        }
        return delivery.get()
                .settled()
                .completeOnTimeout(delivery.get(), waiting(wait).toSeconds(), TimeUnit.SECONDS)
                .thenApply(settled -> WebReply.json(OK, ControlJson.wholeDelivery(settled)));
    }

    private WebReply follow(String name, WebRequest request) {
        Function<Instruction, ObjectNode> control = controls.byName().get(name);
        if (control == null) {
            return nothingAt(name);
        }
        if (!request.mediaType().equals("application/json")) {
            return problem(UNSUPPORTED_MEDIA_TYPE, "The content type is to be application/json.");
        }
        Optional<ObjectNode> body = JsonTree.parseObject(request.text());
        if (body.isEmpty()) {
            return problem(BAD_REQUEST, "The body is to be a JSON object.");
        }
        try {
            return WebReply.json(OK, control.apply(new Instruction(body.get())));
        } catch (Instruction.Unclear | IllegalStateException e) {
            return problem(BAD_REQUEST, e.getMessage());
        }
    }

    private WebReply nothingAt(String name) {
        return problem(NOT_FOUND, "There is nothing at " + PATH + name + ". Read state, changes, deliveries,"
                + " deliveries/ID or journal; post to " + String.join(", ", controls.byName().keySet()) + ".");
    }

    private static WebReply problem(int status, String message) {
        return WebReply.json(status, JsonTree.object().put("error", message));
    }
}
