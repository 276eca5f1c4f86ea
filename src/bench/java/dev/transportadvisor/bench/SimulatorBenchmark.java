package dev.transportadvisor.bench;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many deliveries a second the local Slack makes over ten sockets, with so many on their way at a time. The bot
 * is in the same process and does nothing but acknowledge, so its cost is in the figure, too. Run it from an IDE, or as
 * {@code java -cp target/test-classes:target/classes:…}; the goal is 5,000 a second on two cores.
 */
final class SimulatorBenchmark {

    private static final int SOCKETS = 10;
    private static final int IN_FLIGHT = 100;
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 50_000;
    private static final int ROUNDS = 3;
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final Pattern ENVELOPE = Pattern.compile("\"envelope_id\":\"([^\"]+)\"");

    private SimulatorBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (SlackSimulator slack = SlackSimulator.start()) {
            for (int i = 0; i < SOCKETS; i++) {
                connect(slack);
            }
            deliver(slack, WARM_UP);
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println(deliver(slack, MEASURED));
            }
        }
    }

    private static String deliver(SlackSimulator slack, int count) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicInteger lost = new AtomicInteger();
        long[] nanos = new long[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int index = i;
            free.acquire();
            slack.deliver(Payloads.message("number " + i)).settled().thenAccept(delivery -> {
                if (delivery.state() == Delivery.State.ACKNOWLEDGED && delivery.attempts().size() == 1) {
                    nanos[index] = delivery.acknowledgement().orElseThrow().after().toNanos();
                } else {
                    lost.incrementAndGet();
                }
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%,.0f deliveries/s, p50 %.2f ms, p99 %.2f ms, not acknowledged at once: %d",
                count / seconds,
                nanos[count / 2] / 1e6,
                nanos[(int) (count * 0.99)] / 1e6,
                lost.get());
    }

    private static void connect(SlackSimulator slack) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest open = HttpRequest.newBuilder(URI.create(slack.apiUrl() + "apps.connections.open"))
                .header("Authorization", "Bearer " + slack.environment().get("SLACK_APP_TOKEN"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Matcher url = URL.matcher(client.send(open, BodyHandlers.ofString()).body());
        if (!url.find()) {
            throw new IllegalStateException("No socket is given out");
        }
        client.newWebSocketBuilder().buildAsync(URI.create(url.group(1)), new Bot()).join();
    }

    /** Acknowledges one message after the other, as the JDK allows no send before the last one is done. */
    private static final class Bot implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (!last) {
                socket.request(1);
                return null;
            }
            Matcher envelope = ENVELOPE.matcher(partial);
            boolean found = envelope.find();
            String acknowledgement = found ? "{\"envelope_id\":\"" + envelope.group(1) + "\"}" : "";
            partial.setLength(0);
            if (!found) {
                socket.request(1);
                return null;
            }
            return socket.sendText(acknowledgement, true).thenRun(() -> socket.request(1));
        }
    }
}
