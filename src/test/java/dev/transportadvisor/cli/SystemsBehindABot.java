package dev.transportadvisor.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An Argo CD and a Jenkins as their documentation describes them, refusals included, on one port of loopback.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/">Argo CD's API</a>
 * @see <a href="https://www.jenkins.io/doc/book/using/remote-access-api/">Jenkins' API</a>
 */
final class SystemsBehindABot implements AutoCloseable {

    static final String ARGO_CD_TOKEN = "argo-cd-" + "secret";
    static final String JENKINS_TOKEN = "jenkins-" + "secret";

    /** {@code bot:jenkins-secret} */
    private static final String JENKINS_CREDENTIALS = "Basic Ym90OmplbmtpbnMtc2VjcmV0";

    private static final String SHOP = """
            {"metadata":{"name":"shop"},
             "spec":{"project":"default","destination":{"name":"in-cluster","namespace":"shop"}},
             "status":{"sync":{"status":"OutOfSync","revision":"4f1d"},"health":{"status":"Healthy"},
              "operationState":{"phase":"Succeeded","message":"successfully synced"}}}""";

    /** The bodies of what has changed something, after its path. */
    final List<String> changes = new CopyOnWriteArrayList<>();

    private final HttpServer http;

    SystemsBehindABot() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/argo-cd/", exchange -> answer(exchange, argoCd(exchange)));
        http.createContext("/jenkins/", exchange -> answer(exchange, jenkins(exchange)));
        http.start();
    }

    String url(String system) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + system;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private record Reply(int status, String body) {}

    /** What does not exist is forbidden, unless the request names its project. */
    private Reply argoCd(HttpExchange exchange) throws IOException {
        if (!("Bearer " + ARGO_CD_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, "{\"error\":\"no session information\",\"code\":16,\"message\":\"no session\"}");
        }
        String path = exchange.getRequestURI().getPath().substring("/argo-cd".length());
        if (path.equals("/api/v1/applications/shop")) {
            return new Reply(200, SHOP);
        }
        if (path.equals("/api/v1/applications/shop/sync")) {
            change(path, exchange);
            return new Reply(200, SHOP);
        }
        return String.valueOf(exchange.getRequestURI().getQuery()).contains("project=")
                ? new Reply(404, "{\"error\":\"not found\",\"code\":5,\"message\":\"not found\"}")
                : new Reply(403, "{\"error\":\"permission denied\",\"code\":7,\"message\":\"permission denied\"}");
    }

    /** Without credentials it answers 403 at once, and never asks for any with a 401. */
    private Reply jenkins(HttpExchange exchange) throws IOException {
        if (!JENKINS_CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(403, "<html><head><meta http-equiv='refresh' content='1;url=/login'/></head></html>");
        }
        String path = exchange.getRequestURI().getPath().substring("/jenkins".length());
        switch (path) {
            case "/job/web/job/main/api/json":
                return new Reply(200, "{\"buildable\":true,\"lastBuild\":{\"number\":6}}");
            case "/job/web/job/main/build":
                change(path, exchange);
                exchange.getResponseHeaders().add("Location", "https://ci.example.com/queue/item/41/");
                return new Reply(201, "");
            case "/queue/item/41/api/json":
                return new Reply(200, "{\"executable\":{\"number\":7,\"url\":\"https://ci.example.com/job/web/7/\"}}");
            default:
                return new Reply(404, "<html>Not Found</html>");
        }
    }

    private void change(String path, HttpExchange exchange) throws IOException {
        changes.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
