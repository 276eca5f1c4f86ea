package dev.transportadvisor.drill.bot;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bot's socket: opened again whenever it ends, or no longer answers pings. */
final class SocketClient {

    private static final long PING_MILLIS = 400;
    private static final long SILENCE_MILLIS = 2_000;
    private static final long RETRY_MILLIS = 300;

    /** Longer than any pause of a scenario that is not about this. */
    private static final long IMPATIENCE_MILLIS = 3_000;

    /** Slack lets in an eleventh connection only after one has ended. */
    private static final long TURNED_AWAY_MILLIS = 2_000;

    /** Longer than the retries of the local Slack, at the speed of the tests. */
    private static final long SLOW_RETURN_MILLIS = 60_000;

    private final PlainBot bot;
    private final ExecutorService listeners = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private volatile Line current;
    private volatile long lastPayload = System.nanoTime();
    private boolean hasBeenGreeted;

    SocketClient(PlainBot bot) {
        this.bot = bot;
        if (bot.fault != BotFault.NO_PINGS) {
            timer.scheduleWithFixedDelay(this::ping, PING_MILLIS, PING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tries until Slack lets it in. */
    void connect() {
        while (!bot.isStopping) {
            JsonNode answer = bot.api.call("apps.connections.open", new JsonMapper().createObjectNode());
            String url = answer.path("url").asString("");
            try {
                if (!url.isEmpty()) {
                    current = new Line();
                    bot.api.http.newWebSocketBuilder().buildAsync(URI.create(url), current).join();
                    return;
                }
            } catch (RuntimeException e) {
                // The same as an answer without a URL.
            }
            PlainBot.pause(RETRY_MILLIS);
        }
    }

    private void ping() {
        Line line = current;
        if (line == null || line.socket == null) {
            return;
        }
        if (System.nanoTime() - line.lastPong > TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS)) {
            line.lost();
        } else if (bot.fault == BotFault.RESTLESS
                && System.nanoTime() - lastPayload > TimeUnit.MILLISECONDS.toNanos(IMPATIENCE_MILLIS)) {
            lastPayload = System.nanoTime();
            line.socket.abort();
            line.lost();
        } else {
            line.socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    private final class Line implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();
        private volatile WebSocket socket;
        private volatile long lastPong = System.nanoTime();
        private volatile boolean isTurnedAway;
        private boolean isLost;

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            lastPong = System.nanoTime();
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode message = PlainBot.json(partial.toString());
                partial.setLength(0);
                isTurnedAway |= message.path("reason").asString("").equals("too_many_websockets");
                listeners.execute(() -> received(message));
            }
            from.request(1);
            return null;
        }

        private void received(JsonNode message) {
            switch (message.path("type").asString("")) {
                case "hello" -> greeted(message.path("num_connections").asInt(1));
                case "disconnect" -> {
                    bot.isConnected = false;
                    if (bot.fault == BotFault.SLOW_TO_RETURN) {
                        isLost = true;
                        PlainBot.pause(SLOW_RETURN_MILLIS);
                        connect();
                    } else {
                        lost();
                    }
                }
                default -> envelope(message);
            }
        }

        private void greeted(int connections) {
            bot.isPassive |= bot.fault == BotFault.LEAVES_IT_TO_OTHERS && !hasBeenGreeted && connections > 1;
            hasBeenGreeted = true;
            bot.isConnected = true;
        }

        private void envelope(JsonNode envelope) {
            lastPayload = System.nanoTime();
            if (bot.refusesWork()) {
                return;
            }
            String answer = bot.handle(envelope.path("type").asString(), envelope.path("payload"));
            if (answer != null) {
                String payload = answer.isEmpty() ? "" : ",\"payload\":" + answer;
                acknowledge("{\"envelope_id\":\"" + envelope.path("envelope_id").asString() + "\"" + payload + "}");
            }
        }

        /** One message at a time, as the WebSocket wants it. */
        private synchronized void acknowledge(String text) {
            try {
                socket.sendText(text, true).join();
            } catch (RuntimeException e) {
                // The line is gone; Slack will send it again.
            }
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            lastPong = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            listeners.execute(this::lost);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            listeners.execute(this::lost);
        }

        /** The line is of no use any more: a new one takes its place, once. */
        private void lost() {
            synchronized (this) {
                if (isLost) {
                    return;
                }
                isLost = true;
            }
            if (current == this) {
                bot.isConnected = false;
                PlainBot.pause(isTurnedAway && bot.fault != BotFault.IMPATIENT ? TURNED_AWAY_MILLIS : 0);
                connect();
            }
        }
    }
}
