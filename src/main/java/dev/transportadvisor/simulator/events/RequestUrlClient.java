package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.delivery.SignedRequest;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.ThreadTrouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Posts to a request URL and follows its redirects. Never through a proxy: nothing leaves this machine. */
public final class RequestUrlClient {

    /**
     * For how many seconds an idle connection is kept, less than bots keep theirs (Node.js five): a request that meets
     * the end of its connection would be lost, and the bot blamed. The JDK reads it before the first request.
     *
     * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/java.net.http/module-summary.html">Module
     *     java.net.http</a>
     */
    private static final String IDLE_SECONDS = "1";

    static {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
    }

    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param response what becomes of it, wherever it is redirected to; once that has failed, nobody waits any more */
    void post(SignedRequest request, CompletableFuture<HttpResponse<String>> response) {
        post(request, request.url(), Limits.REDIRECTS, response);
    }

    private void post(SignedRequest request, URI to, int redirects, CompletableFuture<HttpResponse<String>> response) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(builder.build(), BoundedAnswer::new);
        response.whenComplete((answer, failure) -> sent.cancel(true)); // without effect unless it took too long
        sent.thenAccept(answer -> {
                    if (isRedirect(answer)) {
                        post(request, target(to, answer, redirects), redirects - 1, response);
                    } else {
                        response.complete(answer);
                    }
                })
                .exceptionally(failure -> {
                    ThreadTrouble.tell(failure);
                    response.completeExceptionally(failure);
                    return null;
                });
    }

    private static boolean isRedirect(HttpResponse<String> answer) {
        return answer.statusCode() == MOVED_PERMANENTLY || answer.statusCode() == FOUND;
    }

    private static URI target(URI from, HttpResponse<String> answer, int redirects) {
        if (redirects == 0) {
            throw new NoAnswer("too_many_redirects");
        }
        URI target = answer.headers()
                .firstValue("Location")
                .flatMap(location -> resolved(from, location))
                .orElseThrow(() -> new NoAnswer(NoAnswer.REDIRECTED_NOWHERE));
        if (!Loopback.isHttp(target)) {
            throw new NoAnswer(NoAnswer.REDIRECTED_ELSEWHERE);
        }
        return target;
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return location.isEmpty() ? Optional.empty() : Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
