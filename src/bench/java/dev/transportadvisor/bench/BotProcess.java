package dev.transportadvisor.bench;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A bot at work, beside a local Slack of its own. */
final class BotProcess implements AutoCloseable {

    /**
     * How a bot is started.
     *
     * @param transport by the id that {@code SLACK_TRANSPORT} takes
     * @param environment what it needs besides
     */
    record Start(
            String name, String transport, Path folder, List<String> command, Map<String, String> environment) {

        boolean isSocketMode() {
            return transport.equals("socket-mode");
        }
    }

    private static final Duration BOUND = Duration.ofSeconds(30);
    /** Between the events for a bot that refuses them; few enough not to slow its start. */
    private static final long PAUSE_MILLIS = 20;

    private static final Path LOG = Path.of("target/bots/bots.log");

    private final SlackSimulator slack = SlackSimulator.start();
    private final Start start;
    private final int port;
    private final Process process;
    private final double firstAnswer;

    /** Starts the bot and waits for its first answer. */
    BotProcess(Start start) throws Exception {
        this.start = start;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (!start.isSocketMode()) {
            slack.useEventsApi(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        }
        ProcessBuilder builder = new ProcessBuilder(start.command())
                .directory(start.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(slack.environment());
        builder.environment().put("SLACK_TRANSPORT", start.transport());
        builder.environment().put("PORT", "" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(start.environment());
        long begin = System.nanoTime();
        process = builder.start();
        firstAnswer = (awaitAnswer(begin + BOUND.toNanos()) - begin) / 1e6;
    }

    SlackSimulator slack() {
        return slack;
    }

    /** Milliseconds from the start of the process to its first acknowledgement. */
    double firstAnswer() {
        return firstAnswer;
    }

    /** MiB of memory that the process holds; not a number where the system does not say. */
    double resident() throws IOException {
        return mebibytes("VmRSS:");
    }

    /** The most MiB that it has held so far. */
    double peak() throws IOException {
        return mebibytes("VmHWM:");
    }

    /** @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status</a> */
    private double mebibytes(String field) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** An event that comes too early is refused, so there is a new one every now and then until one is answered. */
    private long awaitAnswer(long deadline) throws Exception {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        while (!answered.isDone()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IllegalStateException("No answer from " + start + ": see " + LOG);
            }
            if (isThere()) {
                slack.deliver(Payloads.message("quick")).settled().thenAccept(delivery -> {
                    if (delivery.state() == Delivery.State.ACKNOWLEDGED) {
                        answered.complete(System.nanoTime());
                    }
                });
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return answered.join();
    }

    private boolean isThere() {
        if (start.isSocketMode()) {
            return !slack.connections().isEmpty();
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        slack.close();
    }
}
