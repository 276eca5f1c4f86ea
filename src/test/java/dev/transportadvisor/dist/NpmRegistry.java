package dev.transportadvisor.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A registry of npm on this machine, as if the packed packages were published; all others are not found. */
final class NpmRegistry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, byte[]> replies = new HashMap<>();

    NpmRegistry(List<Path> packages) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (Path each : packages) {
            Finished description = Finished.run(
                    each.getParent(), Map.of(), 60, List.of("tar", "-xzOf", each.toString(), "package/package.json"));
            publish((ObjectNode) JSON.readTree(description.out()), each);
        }
        server.createContext("/", this::reply);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void publish(ObjectNode description, Path tarball) throws IOException {
        String name = description.get("name").asString();
        String version = description.get("version").asString();
        description.putObject("dist").put("tarball", url() + tarball.getFileName());
        ObjectNode all = JSON.createObjectNode().put("name", name);
        all.putObject("dist-tags").put("latest", version);
        all.putObject("versions").set(version, description);
        replies.put("/" + name, JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
        replies.put("/" + tarball.getFileName(), Files.readAllBytes(tarball));
    }

    private void reply(HttpExchange exchange) throws IOException {
        byte[] body = replies.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
