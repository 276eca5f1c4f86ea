package com.example.slackbot;

import com.example.slackbot.runtime.EventsApiTransport;
import com.example.slackbot.runtime.RequestGuard;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Slack's way of handing a payload to the bot, over either transport. */
public sealed interface Delivery {

    /**
     * Slack gives an answer three seconds, which a busy machine may exceed. Where a test holds up the work, any answer
     * shows that it does not wait for it.
     */
    long PATIENCE_MILLIS = 20_000;

    /** @param body what rides in the acknowledgement, or null */
    record Answer(boolean acknowledged, JsonObject body) {
        static final Answer NONE = new Answer(false, null);
    }

    Answer event(JsonObject payload) throws Exception;

    Answer command(JsonObject payload) throws Exception;

    Answer interaction(JsonObject payload) throws Exception;

    record OverSocket(PretendSocket socket, long millis) implements Delivery {
        OverSocket(PretendSocket socket) {
            this(socket, PATIENCE_MILLIS);
        }

        @Override
        public Answer event(JsonObject payload) throws Exception {
            return await(socket.send("events_api", payload), millis);
        }

        @Override
        public Answer command(JsonObject payload) throws Exception {
            return await(socket.send("slash_commands", payload), millis);
        }

        @Override
        public Answer interaction(JsonObject payload) throws Exception {
            return await(socket.send("interactive", payload), millis);
        }

        static Answer await(CompletableFuture<JsonObject> acknowledgement, long millis) throws Exception {
            try {
                return new Answer(true, acknowledgement.get(millis, TimeUnit.MILLISECONDS).getAsJsonObject("payload"));
            } catch (TimeoutException e) {
                return Answer.NONE;
            }
        }
    }

    record OverHttp(int port, String signingSecret) implements Delivery {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        @Override
        public Answer event(JsonObject payload) throws Exception {
            return answer(post("application/json", payload.toString()));
        }

        @Override
        public Answer command(JsonObject payload) throws Exception {
            return answer(post("application/x-www-form-urlencoded", payload.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encode(field.getValue().getAsString()))
                    .collect(Collectors.joining("&"))));
        }

        @Override
        public Answer interaction(JsonObject payload) throws Exception {
            return answer(post("application/x-www-form-urlencoded", "payload=" + encode(payload.toString())));
        }

        HttpResponse<String> post(String contentType, String body) throws Exception {
            return post(contentType, body, signed(now(), body));
        }

        HttpResponse<String> post(String contentType, String body, Map<String, String> headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(EventsApiTransport.PATH))
                    .timeout(RunningBot.PATIENCE)
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        Map<String, String> signed(long timestamp, String body) {
            String seconds = Long.toString(timestamp);
            return Map.of(
                    RequestGuard.TIMESTAMP, seconds,
                    RequestGuard.SIGNATURE,
                    RequestGuard.sign(signingSecret, seconds, body.getBytes(StandardCharsets.UTF_8)));
        }

        static long now() {
            return Instant.now().getEpochSecond();
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static Answer answer(HttpResponse<String> response) {
            if (response.statusCode() != 200) {
                return Answer.NONE;
            }
            JsonElement body = response.body().isEmpty() ? null : JsonParser.parseString(response.body());
            return new Answer(true, body == null ? null : body.getAsJsonObject());
        }
    }
}
