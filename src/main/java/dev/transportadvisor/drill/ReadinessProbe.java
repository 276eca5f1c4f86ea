package dev.transportadvisor.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the bot whether it is ready, as a load balancer or Kubernetes does. */
final class ReadinessProbe {

    /** How long Kubernetes waits for an answer, unless told otherwise: kubernetes.io, Configure Probes. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();

    private final URI url;

    ReadinessProbe(URI url) {
        this.url = url;
    }

    /** Whether it says so; a bot that does not answer is not ready. */
    boolean isReady() {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
        try {
            // To its end: the limit of a request is over with the headers, and a body may go on for ever.
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS).statusCode() / 100 == 2;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            answer.cancel(true);
        }
    }
}
