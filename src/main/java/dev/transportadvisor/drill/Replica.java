package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.drill.process.BotProcess;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One process of the bot, with a name and a port of its own; it may end and start again. */
final class Replica implements AutoCloseable {

    /** A socket of a process that was killed is closed in a moment, ours; later only on a machine that stands still. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** What a scaffolded bot encrypts its tokens with: 32 bytes in Base64, the same for all replicas. */
    private static final String TOKEN_KEY = "bG9jYWwtc2xhY2stdG9rZW4ta2V5LW9mLTMyLWJ5dGU=";

    private final DrillPlan plan;
    private final Transport transport;
    private final SlackSimulator slack;
    private final Name name;
    private final int port;
    private final Path data;
    private final Optional<ReadinessProbe> readiness;
    private BotProcess process;
    private boolean mayEnd;
    private volatile boolean isInService;

    /**
     * What it is called.
     *
     * @param id small letters, digits and hyphens
     * @param title how a sentence about it begins
     */
    record Name(String id, String title) {

        /** @param all how many there are; one alone is the bot */
        static Name of(int number, int all) {
            return new Name("replica-" + number, all == 1 ? "The bot" : "Replica " + number);
        }
    }

    /** @param data where it stores what it must not forget, unless it is told otherwise */
    Replica(DrillPlan plan, Transport transport, SlackSimulator slack, Name name, int port, Path data) {
        this.plan = plan;
        this.transport = transport;
        this.slack = slack;
        this.name = name;
        this.port = port;
        this.data = data;
        readiness = plan.readiness().map(this::onPort).map(ReadinessProbe::new);
    }

    String id() {
        return name.id();
    }

    String title() {
        return name.title();
    }

    URI onPort(String pathOrUrl) {
        return onPort(port, pathOrUrl);
    }

    static URI onPort(int port, String pathOrUrl) {
        return pathOrUrl.startsWith("/")
                ? URI.create("http://127.0.0.1:" + port + pathOrUrl)
                : URI.create(pathOrUrl);
    }

    /**
     * Starts the process, whatever becomes of it.
     *
     * @return tells whether it works
     * @throws DrillException if there is no such program
     */
    BooleanSupplier launch() {
        close();
        isInService = false;
        awaitFarewell();
        BooleanSupplier works = works(connections().toList());
        Map<String, String> environment = new HashMap<>(slack.processes().environment(id()));
        environment.put("SLACK_TRANSPORT", transport.word());
        environment.put("PORT", String.valueOf(port));
        if (!plan.command().hasStore()) {
            environment.put(BotCommand.DATA_DIR, data.toString());
        }
        if (plan.app().oauth().isDistributed()) {
            environment.put("TOKEN_KEY", TOKEN_KEY);
        }
        process = BotProcess.start(plan.command(), environment);
        mayEnd = false;
        return works;
    }

    /** The greeting says how many connections are open: a bot is not to take those of its forerunner for another's. */
    private void awaitFarewell() {
        Polling.until(() -> connections().findAny().isEmpty(), FAREWELL);
    }

    private BooleanSupplier works(List<Connection> old) {
        return switch (transport) {
            case SOCKET_MODE -> () -> connections().anyMatch(connection -> !old.contains(connection));
            case EVENTS_API -> this::answersRequests;
        };
    }

    /** Whether it takes Slack's requests, whatever it says to this one. */
    private boolean answersRequests() {
        Delivery delivery = slack.processes().challenge(onPort(plan.requestPath()));
        delivery.await(plan.startLimit());
        return delivery.attempts().stream().anyMatch(Replica::isAnswer);
    }

    /** What redirects is a proxy, or a login, before the bot. */
    private static boolean isAnswer(Attempt attempt) {
        return attempt.answer()
                .map(answer -> answer.status().orElse(0) < 500)
                .orElseGet(() -> Trouble.of(attempt).cause().equals(Optional.of(Cause.REDIRECT)));
    }

    /** Those of its WebSockets that are not closed. */
    Stream<Connection> connections() {
        return slack.connections().stream().filter(connection -> connection.process().equals(id()));
    }

    /** How often it has called a method so far. */
    int calls(String method) {
        return slack.journal()
                .calls(call -> call.process().equals(id()) && call.method().equals(method))
                .size();
    }

    /** Whether it calls itself ready; one that says nothing about it always is. */
    boolean isReady() {
        return readiness.map(ReadinessProbe::isReady).orElse(true);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has ended, and nobody wanted it to. */
    boolean hasFailed() {
        return !isAlive() && !mayEnd;
    }

    /** Lets the load balancer send it requests: it works. */
    void putInService() {
        isInService = true;
    }

    /** Whether a load balancer sends it requests. That it was killed, no balancer knows at once. */
    boolean isInService() {
        return isInService;
    }

    /** Takes it out of the load balancer and sends SIGTERM, which Kubernetes does at the same time. */
    void terminate() {
        mayEnd = true;
        isInService = false;
        process.terminate();
    }

    /** The status, once it has ended within this time. */
    OptionalInt await(Duration bound) {
        return process.await(bound);
    }

    List<String> log() {
        return process == null ? List.of() : process.log();
    }

    /** Whether this attempt reached it: over its WebSocket, or on its port. */
    boolean got(Attempt attempt) {
        return Connection.isOf(id(), attempt.via())
                || attempt.via().startsWith(onPort("/").toString())
                        && !attempt.failure().equals(Optional.of("connection_failed"));
    }

    /** Whether it was this one that acknowledged a delivery. */
    boolean acknowledged(Delivery delivery) {
        return delivery.attempts().stream()
                .filter(attempt -> attempt.failure().isEmpty() && attempt.answer().isPresent())
                .anyMatch(this::got);
    }

    /** Ends it at once, with SIGKILL. */
    @Override
    public void close() {
        mayEnd = true;
        if (process != null) {
            process.close();
        }
    }
}
