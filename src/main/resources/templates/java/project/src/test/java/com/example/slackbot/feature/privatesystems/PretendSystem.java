package com.example.slackbot.feature.privatesystems;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system on loopback that answers what it was told to, and keeps what it was asked. */
public final class PretendSystem implements AutoCloseable {

    /** @param target the path with its query, as it came over the line */
    public record Call(String method, String target, String authorization, String body) {}

    private record Reply(int status, Map<String, String> headers, String body) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    public PretendSystem() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public SystemClient client(String name) {
        return client(name, SystemClient.LIMITS.bytes());
    }

    /** With time for a machine that has much else to do. */
    SystemClient client(String name, int mostBytes) {
        return new SystemClient(name, address(), SystemCredentials.bearer("secret-token"),
                new SystemClient.Limits(Duration.ofMinutes(1), mostBytes));
    }

    public PretendSystem answers(String request, int status, String body) {
        return answers(request, status, Map.of(), body);
    }

    /** @param request such as {@code GET /path}; of several answers the last one stays */
    public PretendSystem answers(String request, int status, Map<String, String> headers, String body) {
        replies.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Reply(status, headers, body));
        return this;
    }

    public void insteadAnswers(String request, int status, String body) {
        replies.remove(request);
        answers(request, status, body);
    }

    public List<Call> changes() {
        return calls.stream().filter(call -> call.method().equals("POST")).toList();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestURI().toASCIIString();
        calls.add(new Call(exchange.getRequestMethod(), target,
                exchange.getRequestHeaders().getFirst("Authorization"), body));
        Reply reply = next(exchange.getRequestMethod() + " " + target.replaceFirst("\\?.*", ""));
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply next(String request) {
        Queue<Reply> known = replies.getOrDefault(request, new ArrayDeque<>());
        if (known.isEmpty()) {
            return new Reply(404, Map.of(), "404 page not found");
        }
        return known.size() > 1 ? known.remove() : known.peek();
    }
}
