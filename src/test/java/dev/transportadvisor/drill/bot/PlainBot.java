package dev.transportadvisor.drill.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bot made of the JDK and a JSON parser, as a process of its own: it replies to mentions, answers /plain with a
 * button, and reacts to a click. PLAIN_BOT_FAULT breaks it in one place; with PLAIN_BOT_INBOX, a folder, its replicas
 * share what they have received.
 */
public final class PlainBot {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BLOCKS = "[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"press\",\"value\":\"1\",\"text\":{\"type\":\"plain_text\",\"text\":\"Press\"}}]}]";

    /** Longer than Slack waits. */
    private static final long TOO_LATE_MILLIS = 3_500;

    /** How often it looks for work of replicas that are gone. */
    private static final long LOOK_MILLIS = 200;

    private static final int BURST = 120;
    private static final long BURST_MILLIS = 10_000;

    final BotFault fault = BotFault.valueOf(System.getenv().getOrDefault("PLAIN_BOT_FAULT", "NONE"));
    final WebApiClient api = new WebApiClient(System.getenv("SLACK_API_URL"), fault);
    volatile boolean isStopping;
    volatile boolean isConnected;
    volatile boolean isPassive;

    private final String transport = System.getenv("SLACK_TRANSPORT");
    private final ExecutorService work = Executors.newFixedThreadPool(16);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Optional<SharedInbox> inbox =
            Optional.ofNullable(System.getenv("PLAIN_BOT_INBOX")).map(folder -> new SharedInbox(Path.of(folder)));
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedDeque<Long> arrivals = new ConcurrentLinkedDeque<>();

    public static void main(String[] arguments) throws Exception {
        PlainBot bot = new PlainBot();
        // So that the first event has not to wait until Java has loaded its HTTP client.
        bot.api.call("auth.test", JSON.createObjectNode());
        Runtime.getRuntime().addShutdownHook(new Thread(bot::stop));
        if (bot.fault != BotFault.FORGETS_THE_DEAD) {
            bot.inbox.ifPresent(shared -> bot.timer.scheduleWithFixedDelay(
                    () -> bot.takeOver(shared), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        }
        new HttpEndpoint(bot, Integer.parseInt(System.getenv("PORT"))).open();
        if (bot.transport.equals("socket-mode")) {
            new SocketClient(bot).connect();
        } else {
            bot.isConnected = true;
        }
        Thread.currentThread().join();
    }

    boolean isReady() {
        return fault == BotFault.ALWAYS_READY || isConnected && !isStopping;
    }

    /** Whether deliveries are to be left to Slack, which will repeat them. */
    boolean refusesWork() {
        return isStopping && fault != BotFault.DROPS_WHILE_STOPPING;
    }

    /** Whether the delivery is the first one with this id. */
    boolean isNew(String id) {
        return seen.add(id);
    }

    /** @return the acknowledgement, or null if nobody listens */
    String handle(String type, JsonNode payload) {
        return switch (type) {
            case "events_api" -> event(payload);
            case "slash_commands" -> command(payload);
            default -> click(payload);
        };
    }

    private String event(JsonNode payload) {
        JsonNode event = payload.path("event");
        if (!event.path("type").asString("").equals("app_mention")) {
            return fault == BotFault.NOT_FOUND ? null : "";
        }
        String id = payload.path("event_id").asString();
        if (inbox.isPresent()) {
            received(id, event, inbox.get());
            return "";
        }
        boolean isNew = isNew(id) || fault == BotFault.NO_MEMORY;
        boolean isDropped = isPassive
                || fault == BotFault.DROPS_WHILE_STOPPING && isStopping
                || fault == BotFault.DROPS_BURSTS && isTooFast();
        if (isNew && !isDropped) {
            if (fault == BotFault.COLD_START && isVeryFirst()) {
                pause(TOO_LATE_MILLIS);
            }
            does(() -> reply(event, api.tokens().of(payload)));
        }
        return "";
    }

    private void reply(JsonNode event, String token) {
        String text = fault == BotFault.TWO_FACED ? "Hello over " + transport : "Hello";
        api.call("chat.postMessage", JSON.createObjectNode()
                .put("channel", event.path("channel").asString())
                .put("text", text + " <@" + event.path("user").asString() + ">"), token);
    }

    private void received(String id, JsonNode event, SharedInbox shared) {
        if (shared.isOpen(id)) {
            return;
        }
        SharedInbox.Job job = shared.take(id, event);
        if (fault == BotFault.OWN_MEMORY ? isNew(id) : shared.isNew(id)) {
            work.execute(() -> work(job, shared));
        } else {
            shared.strikeOff(job);
        }
    }

    private void work(SharedInbox.Job job, SharedInbox shared) {
        reply(job.event(), System.getenv("SLACK_BOT_TOKEN"));
        shared.strikeOff(job);
    }

    private void takeOver(SharedInbox shared) {
        shared.takeOver().forEach(job -> work.execute(() -> work(job, shared)));
    }

    private void does(Runnable task) {
        if (fault == BotFault.WORKS_FIRST) {
            task.run();
        } else {
            work.execute(task);
        }
    }

    private String command(JsonNode command) {
        if (fault == BotFault.ONE_COMMAND_AT_A_TIME) {
            synchronized (this) {
                pause(TOO_LATE_MILLIS / 3 + 50);
            }
        }
        String text = "Hello <@" + command.path("user_id").asString() + ">";
        return "{\"response_type\":\"ephemeral\",\"text\":\"" + text + "\",\"blocks\":" + BLOCKS + "}";
    }

    private String click(JsonNode click) {
        if (fault != BotFault.DEAF_BUTTON) {
            work.execute(() -> api.respond(click.path("response_url").asString(), JSON.createObjectNode()
                    .put("text", "Pressed")));
        }
        return "";
    }

    private boolean isTooFast() {
        long now = System.nanoTime();
        arrivals.add(now);
        arrivals.removeIf(time -> now - time > TimeUnit.MILLISECONDS.toNanos(BURST_MILLIS));
        return arrivals.size() > BURST;
    }

    /** Coldness outlives the process: the next one is as warm as if it had always run. */
    private static boolean isVeryFirst() {
        try {
            Files.createFile(Path.of(System.getenv("PLAIN_BOT_STATE")));
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private void stop() {
        isStopping = true;
        timer.shutdownNow();
        if (fault == BotFault.LEAVES_EMPTY_HANDED) {
            inbox.ifPresent(SharedInbox::strikeOffAll);
            Runtime.getRuntime().halt(0);
        }
        work.shutdown();
        try {
            work.awaitTermination(fault == BotFault.STOPS_TOO_SOON ? 1_000 : 20_000, TimeUnit.MILLISECONDS);
            Thread.sleep(fault == BotFault.DROPS_WHILE_STOPPING ? 1_000 : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
