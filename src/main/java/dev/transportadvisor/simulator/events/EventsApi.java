package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.delivery.SignedRequest;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Timeline;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Posts payloads to the bot's request URL, signed, as Slack does.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-http-request-urls">HTTP request URLs</a>
 */
public final class EventsApi implements Sender {

    public static final String TIMEOUT = "http_timeout";

    private final RequestUrlClient client;
    private final Timeline timeline;
    private final List<URI> urls;
    private final Predicate<URI> inService;
    private final Function<Payload, Optional<String>> paths;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param urls where the bot takes requests; with several processes each has one, and they take turns
     * @param inService whether a process gets requests at the moment; where none does, all do
     * @param paths where at the same address it takes a payload, with the query; empty for the path of the URL
     */
    public EventsApi(
            RequestUrlClient client,
            Timeline timeline,
            List<URI> urls,
            Predicate<URI> inService,
            Function<Payload, Optional<String>> paths) {
        this.client = client;
        this.timeline = timeline;
        this.urls = List.copyOf(urls);
        this.inService = inService;
        this.paths = paths;
    }

    public URI url() {
        return urls.get(0);
    }

    private URI nextUrl() {
        List<URI> serving = urls.stream().filter(inService).toList();
        List<URI> takingTurns = serving.isEmpty() ? urls : serving;
        return takingTurns.get(Math.floorMod(turn.getAndIncrement(), takingTurns.size()));
    }

    @Override
    public void send(Delivery delivery, Retry retry, Consumer<Ending> then) {
        post(delivery, retry, request(delivery.payload(), retry, Optional.empty()), then);
    }

    /** Sends what a bot must refuse. */
    public Sender forging(Forgery forgery) {
        return (delivery, retry, then) ->
                post(delivery, retry, request(delivery.payload(), retry, Optional.of(forgery)), then);
    }

    /** Sends the same bytes again. */
    public Sender replaying(SignedRequest request) {
        return (delivery, retry, then) -> post(delivery, retry, request, then);
    }

    private SignedRequest request(Payload payload, Retry retry, Optional<Forgery> forgery) {
        byte[] body = HttpBody.of(payload);
        long timestamp = timeline.now()
                .plus(forgery.map(Forgery::shift).orElse(Duration.ZERO))
                .getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.put("Content-Type", HttpBody.type(payload.kind()));
        headers.put(Signature.TIMESTAMP_HEADER, "" + timestamp);
        if (!forgery.equals(Optional.of(Forgery.NO_SIGNATURE))) {
            boolean wrong = forgery.equals(Optional.of(Forgery.WRONG_SIGNATURE));
            String secret = wrong ? "not-" + Identity.SIGNING_SECRET : Identity.SIGNING_SECRET;
            headers.put(Signature.HEADER, Signature.of(secret, timestamp, body));
        }
        if (retry.number() > 0) {
            headers.put("X-Slack-Retry-Num", "" + retry.number());
            headers.put("X-Slack-Retry-Reason", NoAnswer.inSlacksWords(retry.reason()));
        }
        return new SignedRequest(onPath(payload, nextUrl()), headers, body);
    }

    /** Put together as text: a path may begin with two slashes, which would be a host to who resolves it. */
    private URI onPath(Payload payload, URI url) {
        return paths.apply(payload)
                .map(path -> URI.create(url.getScheme() + "://" + url.getRawAuthority() + path))
                .orElse(url);
    }

    private void post(Delivery delivery, Retry retry, SignedRequest request, Consumer<Ending> then) {
        delivery.sent(request);
        Instant sentAt = timeline.now();
        int index = delivery.begin(retry.number(), sentAt, request.url().toString());
        CompletableFuture<HttpResponse<String>> response = new CompletableFuture<>();
        Timeline.Alarm alarm = timeline.after(
                Limits.ACKNOWLEDGEMENT, () -> response.completeExceptionally(new NoAnswer(TIMEOUT)));
        client.post(request, response);
        response.whenComplete((answer, failure) -> {
            alarm.cancel();
            if (failure == null) {
                Duration after = Duration.between(sentAt, timeline.now());
                delivery.answered(index, new Answer(after, OptionalInt.of(answer.statusCode()), answer.body()));
            }
            Ending ending = failure == null
                    ? judge(delivery.payload(), index, answer)
                    : new Failed(NoAnswer.reason(failure), true);
            if (ending instanceof Failed failed) {
                delivery.failed(index, failed.reason());
            }
            then.accept(ending);
        });
    }

    private static Ending judge(Payload payload, int index, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            boolean stop = answer.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1"));
            return new Failed("http_error", !stop);
        }
        Optional<String> trouble = payload.kind() == Payload.Kind.URL_VERIFICATION
                ? Challenge.trouble(
                        payload.body().path("challenge").asString(""),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body())
                : Optional.empty();
        return trouble.<Ending>map(reason -> new Failed(reason, false)).orElseGet(() -> new Acknowledged(index));
    }
}
