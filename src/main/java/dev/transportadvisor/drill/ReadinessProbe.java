package dev.transportadvisor.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

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
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
