package dev.transportadvisor.drill.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bot's port: readiness, and Slack's requests. */
final class HttpEndpoint {

    private static final long TOLERANCE_SECONDS = 300;

    private final PlainBot bot;
    private final int port;

    HttpEndpoint(PlainBot bot, int port) {
        this.bot = bot;
        this.port = port;
    }

    void open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/readyz", exchange -> answer(exchange, bot.isReady() ? 200 : 503, "", "text/plain"));
        server.createContext("/slack/events", this::request);
        server.createContext("/slack/install", exchange -> {
            exchange.getResponseHeaders().add("Location", bot.api.authorizePage());
            answer(exchange, 302, "", "text/plain");
        });
        server.createContext("/slack/oauth_redirect", exchange -> {
            bot.api.install(fields(exchange.getRequestURI().getRawQuery()).path("code").asString());
            answer(exchange, 200, "", "text/plain");
        });
        server.start();
    }

    private void request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String timestamp = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
        String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
        if (bot.refusesWork()) {
            answer(exchange, 503, "", "text/plain");
        } else if (!isRecent(timestamp, body) || !isSigned(timestamp, body, signature)) {
            answer(exchange, 401, "", "text/plain");
        } else if (!bot.isNew(String.valueOf(signature)) && !isReplayable(body)) {
            answer(exchange, 200, "", "text/plain");
        } else if (isForm(body)) {
            form(exchange, PlainBot.json(fields(body).toString()));
        } else {
            json(exchange, PlainBot.json(body));
        }
    }

    private static boolean isForm(String body) {
        return !body.startsWith("{");
    }

    private boolean isReplayable(String body) {
        return bot.fault == BotFault.REPLAYABLE
                || bot.fault == BotFault.REPLAYABLE_CLICK && body.startsWith("payload=");
    }

    private void json(HttpExchange exchange, JsonNode body) throws IOException {
        if (body.path("type").asString("").equals("url_verification")) {
            String challenge = body.path("challenge").asString();
            String type = bot.fault == BotFault.CHALLENGE_AS_PAGE ? "text/html" : "text/plain";
            answer(exchange, 200, bot.fault == BotFault.NO_CHALLENGE ? "ok" : challenge, type);
            return;
        }
        String answer = bot.handle("events_api", body);
        answer(exchange, answer == null ? 404 : 200, "", "text/plain");
    }

    private void form(HttpExchange exchange, JsonNode fields) throws IOException {
        if (fields.has("ssl_check")) {
            answer(exchange, bot.fault == BotFault.NO_SSL_CHECK ? 400 : 200, "", "text/plain");
            return;
        }
        String answer = fields.has("payload")
                ? bot.handle("interactive", PlainBot.json(fields.path("payload").asString()))
                : bot.handle("slash_commands", fields);
        answer(exchange, 200, answer, "application/json");
    }

    private boolean isRecent(String timestamp, String body) {
        if (bot.fault == BotFault.TIMELESS_FORMS && isForm(body)) {
            return true;
        }
        long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
        return age <= TOLERANCE_SECONDS && (age >= -TOLERANCE_SECONDS || bot.fault == BotFault.ONE_SIDED_CLOCK);
    }

    private boolean isSigned(String timestamp, String body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(System.getenv("SLACK_SIGNING_SECRET").getBytes(StandardCharsets.UTF_8), "hmac"));
            byte[] digest = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return bot.fault == BotFault.TRUSTING
                    || bot.fault == BotFault.TRUSTING_FORMS && isForm(body)
                    || ("v0=" + HexFormat.of().formatHex(digest)).equals(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode fields(String form) {
        ObjectNode fields = new JsonMapper().createObjectNode();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body, String type) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
