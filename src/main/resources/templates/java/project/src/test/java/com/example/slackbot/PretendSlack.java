package com.example.slackbot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Slack on loopback, as far as the bot can tell: the Web API methods it calls, a response URL, and a socket. */
public final class PretendSlack implements AutoCloseable {
    public static final String RESPONSE_PATH = "/response";

    /** What a proxy may say in Slack's place, with HTTP status 200. */
    static final String PROXY_PAGE = "<html><body>Please log in to the network</body></html>";

    /** Calls to the Web API and the response URL, in the order of their arrival. */
    public final List<Call> calls = new CopyOnWriteArrayList<>();

    /** Each chat.postMessage waits for one of these before it is answered. */
    final Semaphore repliesAllowed = new Semaphore(1_000_000);

    // region workspaces
    /** Each oauth.v2.access waits for one of these. */
    public final Semaphore tokensAllowed = new Semaphore(1_000_000);

    // endregion
    public final PretendSocket socket = new PretendSocket();

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> firstAnswers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    /**
     * @param body the form of a Web API call; for the response URL, what its JSON holds as text
     * @param credentials what the header says; null as a word when there is none
     */
    public record Call(String path, Map<String, String> body, String credentials) {}

    private record Answer(int status, String body) {}

    public PretendSlack() throws Exception {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        socket.open();
        answer("chat.postMessage", "{\"ok\":true,\"ts\":\"2.2\"}");
        acceptTokens();
    }

    /** Lets auth.test and apps.connections.open succeed. */
    public void acceptTokens() {
        answer("auth.test", "{\"ok\":true,\"user_id\":\"U0BOT\",\"team_id\":\"T1\",\"bot_id\":\"B1\"}");
        allowConnections();
    }

    /** Lets apps.connections.open succeed. */
    void allowConnections() {
        answer("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.url() + "\"}");
    }

    /** Where the bot finds the Web API; without the trailing slash, as people write it. */
    public String apiUrl() {
        return baseUrl() + "/api";
    }

    public String responseUrl() {
        return baseUrl() + RESPONSE_PATH;
    }

    /** Makes a Web API method answer with an error code. */
    public void refuse(String method, String error) {
        answer(method, refusal(error));
    }

    /** Makes a Web API method answer with this body and HTTP status 200. */
    public void answer(String method, String body) {
        answers.put("/api/" + method, new Answer(200, body));
    }

    /** Makes the next call of a Web API method answer with this body and HTTP status 200. */
    public void answerOnce(String method, String body) {
        once(method, new Answer(200, body));
    }

    /** Makes the next call of a Web API method fail on the way. */
    void breakOnce(String method) {
        once(method, new Answer(503, ""));
    }

    /** Lets the next call of a Web API method come too fast, with a second to wait. */
    void limitOnce(String method) {
        once(method, new Answer(429, refusal("ratelimited")));
    }

    static String refusal(String error) {
        return "{\"ok\":false,\"error\":\"" + error + "\"}";
    }

    public List<Call> callsTo(String path) {
        return calls.stream().filter(call -> call.path().endsWith(path)).toList();
    }

    @Override
    public void close() {
        repliesAllowed.release(1_000_000);
        // region workspaces
        tokensAllowed.release(1_000_000);
        // endregion
        socket.close();
        http.stop(0);
        threads.shutdownNow();
    }

    private void once(String method, Answer answer) {
        firstAnswers.computeIfAbsent("/api/" + method, path -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    private Answer next(String path) {
        Queue<Answer> first = firstAnswers.get(path);
        Answer once = first == null ? null : first.poll();
        return once != null ? once : answers.getOrDefault(path, new Answer(200, "ok"));
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("chat.postMessage")) {
            repliesAllowed.acquireUninterruptibly();
        }
        // region workspaces
        if (path.endsWith("oauth.v2.access")) {
            tokensAllowed.acquireUninterruptibly();
        }
        // endregion
        calls.add(new Call(
                path,
                body.startsWith("{") ? json(body) : form(body),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        Answer next = next(path);
        byte[] answer = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        if (next.status() == 429) {
            exchange.getResponseHeaders().add("Retry-After", "1");
        }
        exchange.sendResponseHeaders(next.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Map<String, String> json(String body) {
        JsonObject object = JsonParser.parseString(body).getAsJsonObject();
        Map<String, String> values = new HashMap<>();
        object.keySet().forEach(key -> values.put(key, text(object.get(key))));
        return values;
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return values;
    }
}
