package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Timeline timeline;
    private final Journal journal;
    private final Faults faults;
    private final GrantedScopes scopes;
    private final Installations installations;
    private final Map<String, ApiMethod> methods;

    /**
     * @param conversations what the bot reads and writes
     * @param triggers what lets it open modals
     * @param permalink the URL for the path of a message
     * @param socketUrl makes a URL that opens one WebSocket of a process
     * @param departures where the app is installed, and how it is removed
     * @param granted the scopes of the kinds of tokens; a kind that is missing was granted everything
     * @param manifestValidator what is wrong with a manifest, given as JSON
     */
    public WebApi(
            Timeline timeline,
            Journal journal,
            Conversations conversations,
            Views views,
            Triggers triggers,
            Function<String, String> permalink,
            UnaryOperator<String> socketUrl,
            Departures departures,
            Map<TokenKind, Set<String>> granted,
            Function<String, List<ManifestError>> manifestValidator) {
        this.timeline = timeline;
        this.journal = journal;
        faults = new Faults(timeline);
        scopes = new GrantedScopes(granted, MethodScopes.builtin());
        installations = departures.installations();
        methods = Stream.of(
                        new AppMethods(socketUrl, installations, manifestValidator).methods(),
                        new OAuthMethods(departures).methods(),
                        new ChatMethods(conversations, permalink).methods(),
                        new ConversationMethods(conversations).methods(),
                        new ViewMethods(triggers, views).methods())
                .flatMap(of -> of)
                .collect(Collectors.toUnmodifiableMap(ApiMethod::name, Function.identity()));
    }

    /** The names of the methods that it knows. */
    Set<String> methods() {
        return methods.keySet();
    }

    /** Faults on demand. */
    public Faults faults() {
        return faults;
    }

    /** @param path of the request */
    public CompletionStage<WebReply> answer(WebRequest request, ApiPath path) {
        long arrival = journal.arrival();
        Fault fault = faults.take(path.method()).orElse(null);
        if (fault instanceof Fault.Delayed delayed) {
            return after(delayed.by(), () -> answer(request, path, arrival, null));
        }
        return CompletableFuture.completedFuture(answer(request, path, arrival, fault));
    }

    private CompletionStage<WebReply> after(Duration delay, Supplier<WebReply> reply) {
        CompletableFuture<WebReply> later = new CompletableFuture<>();
        timeline.after(delay, () -> later.complete(reply.get()));
        return later;
    }

    private WebReply answer(WebRequest request, ApiPath path, long arrival, Fault fault) {
        CallArguments arguments = CallArguments.of(request);
        Bearer bearer = installations.bearer(arguments.token());
        Outcome outcome = fault == null
                ? Outcome.ok(answered(request, path, arguments, bearer))
                : faulty(fault);
        journal.add(
                arrival,
                timeline.now(),
                path,
                bearer,
                arguments.withoutSecrets(),
                outcome.reply.status(),
                outcome.answer);
        return outcome.reply;
    }

    private static Outcome faulty(Fault fault) {
        if (fault instanceof Fault.RateLimited limited) {
            ObjectNode answer = new ApiRefusal("ratelimited").answer();
            String seconds = "" + limited.retryAfter().toSeconds();
            return new Outcome(answer, WebReply.json(TOO_MANY_REQUESTS, answer).with("Retry-After", seconds));
        }
        if (fault instanceof Fault.Broken broken) {
            return new Outcome(JsonTree.object(), WebReply.text(broken.status(), "text/html", ""));
        }
        if (fault instanceof Fault.Refused refused) {
            return Outcome.ok(new ApiRefusal(refused.error()).answer());
        }
        throw new IllegalArgumentException(fault + " only delays");
    }

    private ObjectNode answered(WebRequest request, ApiPath path, CallArguments arguments, Bearer bearer) {
        try {
            arguments.error().ifPresent(error -> {
                throw new ApiRefusal(error);
            });
            ApiMethod method = known(path.method());
            ApiCall call = new ApiCall(path.method(), path.process(), bearer, arguments.values());
            authorise(method, call);
            if (method.postOnly() && !request.method().equals("POST")) {
                throw new ApiRefusal("insecure_request");
            }
            ObjectNode answer = JsonTree.object().put("ok", true);
            return answer.setAll(method.handler().answer(call));
        } catch (ApiRefusal e) {
            return e.answer();
        }
    }

    private ApiMethod known(String name) {
        ApiMethod method = methods.get(name);
        if (method == null) {
            journal.unknown(name);
            throw new ApiRefusal("unknown_method", JsonTree.object().put("req_method", name));
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
        if (!call.bearer().trouble().isEmpty()) {
            throw new ApiRefusal(call.bearer().trouble());
        }
        if (token == TokenKind.UNKNOWN) {
            throw new ApiRefusal("invalid_auth");
        }
        if (!method.tokens().contains(token)) {
            throw new ApiRefusal("not_allowed_token_type");
        }
        scopes.check(call);
    }

    /** @param answer for the journal */
    private record Outcome(ObjectNode answer, WebReply reply) {

        /** Slack says no with the status 200, too. */
        static Outcome ok(ObjectNode answer) {
            return new Outcome(answer, WebReply.json(OK, answer));
        }
    }
}
