package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.delivery.SignedRequest;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Timeline;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Posts payloads to the bot's request URL, signed, as Slack does.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-http-request-urls">HTTP request URLs</a>
 */
public final class EventsApi implements Sender {

    public static final String TIMEOUT = "http_timeout";

    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;

    private final HttpClient client;
    private final Timeline timeline;
    private final URI url;

    public EventsApi(HttpClient client, Timeline timeline, URI url) {
        this.client = client;
        this.timeline = timeline;
        this.url = url;
    }

    /** Never through a proxy and never by itself to where a redirect points: nothing leaves this machine. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public URI url() {
        return url;
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
            headers.put("X-Slack-Retry-Reason", retry.reason());
        }
        return new SignedRequest(url, headers, body);
    }

    private void post(Delivery delivery, Retry retry, SignedRequest request, Consumer<Ending> then) {
        delivery.sent(request);
        Instant sentAt = timeline.now();
        int index = delivery.begin(retry.number(), sentAt, request.url().toString());
        CompletableFuture<HttpResponse<String>> response = new CompletableFuture<>();
        Timeline.Alarm alarm = timeline.after(
                Limits.ACKNOWLEDGEMENT, () -> response.completeExceptionally(new Trouble(TIMEOUT)));
        send(request, request.url(), Limits.REDIRECTS, response);
        response.whenComplete((answer, failure) -> {
            alarm.cancel();
            if (failure == null) {
                Duration after = Duration.between(sentAt, timeline.now());
                delivery.answered(index, new Answer(after, OptionalInt.of(answer.statusCode()), answer.body()));
            }
            Ending ending =
                    failure == null ? judge(delivery.payload(), index, answer) : new Failed(reason(failure), true);
            if (ending instanceof Failed failed) {
                delivery.failed(index, failed.reason());
            }
            then.accept(ending);
        });
    }

    /** @param response what becomes of it, wherever it is redirected to; once that has failed, nobody waits any more */
    private void send(
            SignedRequest request, URI to, int redirects, CompletableFuture<HttpResponse<String>> response) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(builder.build(), BodyHandlers.ofString());
        response.whenComplete((answer, failure) -> sent.cancel(true)); // without effect unless it took too long
        sent.thenAccept(answer -> {
                    if (isRedirect(answer)) {
                        send(request, target(to, answer, redirects), redirects - 1, response);
                    } else {
                        response.complete(answer);
                    }
                })
                .exceptionally(failure -> {
                    response.completeExceptionally(failure);
                    return null;
                });
    }

    private static boolean isRedirect(HttpResponse<String> answer) {
        return answer.statusCode() == MOVED_PERMANENTLY || answer.statusCode() == FOUND;
    }

    private static URI target(URI from, HttpResponse<String> answer, int redirects) {
        if (redirects == 0) {
            throw new Trouble("too_many_redirects");
        }
        return answer.headers()
                .firstValue("Location")
                .flatMap(location -> resolved(from, location))
                .filter(Loopback::isHttp)
                .orElseThrow(() -> new Trouble("unknown_error"));
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return location.isEmpty() ? Optional.empty() : Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Ending judge(Payload payload, int index, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            boolean stop = answer.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1"));
            return new Failed("http_error", !stop);
        }
        boolean challenged = payload.kind() == Payload.Kind.URL_VERIFICATION;
        String challenge = payload.body().path("challenge").asString("");
        return challenged && !Challenge.isAnswered(challenge, answer.body())
                ? new Failed("challenge_failed", false)
                : new Acknowledged(index);
    }

    private static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> word(cause).stream())
                .findFirst()
                .orElse("unknown_error");
    }

    /** In the words of {@code x-slack-retry-reason}. */
    private static Optional<String> word(Throwable cause) {
        if (cause instanceof Trouble) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return Optional.of("ssl_error");
        }
        return cause instanceof ConnectException ? Optional.of("connection_failed") : Optional.empty();
    }

    /** A failure that has a name at Slack. */
    private static final class Trouble extends RuntimeException {

        Trouble(String reason) {
            super(reason, null, false, false);
        }
    }
}
