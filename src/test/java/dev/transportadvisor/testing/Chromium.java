package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium, steered over its DevTools protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public final class Chromium {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SECONDS = 60;
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private String session = "";

    private Chromium(Process process, String debugger) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(debugger), new Listener())
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Where it is installed, if it is. */
    public static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    public static Chromium start(Path program, Path profile) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Chromium(process, debugger(process));
    }

    /** Opens a page; from now on, expressions are about it. */
    public void open(String url) throws Exception {
        session = "";
        String target = call("Target.createTarget", JSON.createObjectNode().put("url", url))
                .path("targetId")
                .asString();
        session = call(
                        "Target.attachToTarget",
                        JSON.createObjectNode().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asString();
    }

    /** From now on, pages have this size. */
    public void resize(int width, int height) throws Exception {
        call("Emulation.setDeviceMetricsOverride", JSON.createObjectNode()
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", false));
    }

    /** The value of a JavaScript expression; of a promise, what it comes to. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        assertTrue(answer.path("exceptionDetails").isMissingNode(), () -> expression + ": " + answer);
        return answer.at("/result/value");
    }

    /** Waits until an expression is true. */
    public void await(String expression) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!isTrue(expression) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertTrue(isTrue(expression), () -> expression + " does not become true");
    }

    /** Not so on a page that is still on its way, about which there is nothing to be asked. */
    private boolean isTrue(String expression) throws Exception {
        return answer("Runtime.evaluate", JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true))
                .at("/result/result/value")
                .asBoolean(false);
    }

    /** It is asked to end, since only then nothing of it is left that could write to the profile. */
    public void close() throws Exception {
        List<ProcessHandle> helpers = process.descendants().toList();
        session = "";
        // It may be gone before it has answered.
        send(numbers.incrementAndGet(), "Browser.close", JSON.createObjectNode());
        process.waitFor(SECONDS, TimeUnit.SECONDS);
        socket.abort();
        helpers.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        JsonNode received = answer(method, parameters);
        assertTrue(received.has("result"), () -> method + ": " + received);
        return received.path("result");
    }

    private JsonNode answer(String method, ObjectNode parameters) throws Exception {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        // The socket takes one message at a time; the answer may be here before it calls this one sent.
        send(number, method, parameters).get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<WebSocket> send(int number, String method, ObjectNode parameters) {
        ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        return socket.sendText(JSON.writeValueAsString(message.set("params", parameters)), true);
    }

    private static String debugger(Process process) throws IOException {
        BufferedReader errors = process.errorReader();
        String url = "";
        for (String line = errors.readLine(); line != null && url.isEmpty(); line = errors.readLine()) {
            url = line.startsWith(LISTENING) ? line.substring(LISTENING.length()) : "";
            if (!url.isEmpty()) {
                break;
            }
        }
        assertTrue(!url.isEmpty(), "Chromium does not start");
        Thread drain = new Thread(() -> errors.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
        return url;
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode message = JSON.readTree(partial.toString());
                partial.setLength(0);
                Optional.ofNullable(waiting.remove(message.path("id").asInt(0)))
                        .ifPresent(answer -> answer.complete(message));
            }
            from.request(1);
            return null;
        }
    }
}
