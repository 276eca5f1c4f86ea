package com.example.slackbot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.slackbot.RunningBot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    /** More than there are threads to read them. */
    private static final int MANY = HttpServer.READERS + 20;

    @Test
    void tellsItsHealthWhileListenersBlock() throws Exception {
        HttpServer http = new HttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Readiness(Transport.Kind.EVENTS_API));
        CountDownLatch over = new CountDownLatch(1);
        http.mount("/slow", exchange -> http.leave(exchange, read -> {
            await(over);
            HttpServer.answer(read, HttpServer.OK, "");
        }));
        http.start();
        List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
        try {
            HttpRequest request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + http.port() + "/slow")).build();
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int i = 0; i < MANY; i++) {
                slow.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }

            assertEquals(200, RunningBot.get(http.port(), "/livez").statusCode());

            over.countDown();
            for (CompletableFuture<HttpResponse<String>> one : slow) {
                assertEquals(200, one.get().statusCode());
            }
        } finally {
            over.countDown();
            http.stop();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
