package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.Json;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's Web API: reads a call, checks its token, does what it asks, and keeps it in the journal.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api">Web API</a>
 */
public final class WebApi {

    public static final String PATH = "/api/";

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Map<String, ApiMethod> methods;
    private final Grants grants;
    private final Faults faults;
    private final Journal journal;
    private final Timeline timeline;

    public WebApi(Map<String, ApiMethod> methods, Grants grants, Faults faults, Journal journal, Timeline timeline) {
        this.methods = methods;
        this.grants = grants;
        this.faults = faults;
        this.journal = journal;
        this.timeline = timeline;
    }

    public CompletionStage<WebReply> answer(WebRequest request) {
        String method = request.path().substring(PATH.length());
        Fault fault = faults.take(method).orElse(null);
        if (fault instanceof Fault.Delayed delayed) {
            return after(delayed.by(), () -> answer(request, method, null));
        }
        return CompletableFuture.completedFuture(answer(request, method, fault));
    }

    private CompletionStage<WebReply> after(Duration delay, Supplier<WebReply> reply) {
        CompletableFuture<WebReply> later = new CompletableFuture<>();
        timeline.after(delay, () -> later.complete(reply.get()));
        return later;
    }

    private WebReply answer(WebRequest request, String method, Fault fault) {
        Arguments arguments = Arguments.of(request);
        TokenKind token = TokenKind.of(arguments.token());
        Outcome outcome = fault == null
                ? Outcome.ok(answered(request, method, arguments, token))
                : faulty(fault);
        journal.add(timeline.now(), method, token, arguments.values(), outcome.reply.status(), outcome.answer);
        return outcome.reply;
    }

    private static Outcome faulty(Fault fault) {
        if (fault instanceof Fault.RateLimited limited) {
            ObjectNode answer = refusal("ratelimited");
            String seconds = "" + limited.retryAfter().toSeconds();
            return new Outcome(answer, WebReply.json(TOO_MANY_REQUESTS, answer).with("Retry-After", seconds));
        }
        if (fault instanceof Fault.Broken broken) {
            return new Outcome(Json.object(), WebReply.text(broken.status(), "text/html", ""));
        }
        if (fault instanceof Fault.Refused refused) {
            return Outcome.ok(refusal(refused.error()));
        }
        throw new IllegalArgumentException(fault + " only delays");
    }

    private ObjectNode answered(WebRequest request, String name, Arguments arguments, TokenKind token) {
        try {
            arguments.error().ifPresent(error -> {
                throw new ApiRefusal(error);
            });
            ApiMethod method = known(name);
            ApiCall call = new ApiCall(name, token, arguments.values());
            authorise(method, call);
            if (method.postOnly() && !request.method().equals("POST")) {
                throw new ApiRefusal("insecure_request");
            }
            ObjectNode answer = Json.object().put("ok", true);
            return answer.setAll(method.handler().answer(call));
        } catch (ApiRefusal e) {
            return e.answer();
        }
    }

    private ApiMethod known(String name) {
        ApiMethod method = methods.get(name);
        if (method == null) {
            journal.unknown(name);
            throw new ApiRefusal(Json.object().put("ok", false).put("error", "unknown_method").put("req_method", name));
        }
        return method;
    }

    /** The errors that every method shares, as each method's page lists them. */
    private void authorise(ApiMethod method, ApiCall call) {
        TokenKind token = call.token();
        if (method.tokens().isEmpty()) {
            return;
        }
        if (token == TokenKind.NONE) {
            throw new ApiRefusal("not_authed");
        }
        if (token == TokenKind.UNKNOWN) {
            throw new ApiRefusal("invalid_auth");
        }
        if (!method.tokens().contains(token)) {
            throw new ApiRefusal("not_allowed_token_type");
        }
        grants.check(call);
    }

    private static ObjectNode refusal(String error) {
        return Json.object().put("ok", false).put("error", error);
    }

    /** @param answer for the journal */
    private record Outcome(ObjectNode answer, WebReply reply) {

        /** Slack says no with the status 200, too. */
        static Outcome ok(ObjectNode answer) {
            return new Outcome(answer, WebReply.json(OK, answer));
        }
    }
}
