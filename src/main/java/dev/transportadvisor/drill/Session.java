package dev.transportadvisor.drill;

import dev.transportadvisor.drill.process.BotPort;
import dev.transportadvisor.drill.process.BotProcess;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** A local Slack and the bot on it, over one transport. */
final class Session implements AutoCloseable {

    /** A socket of a process that was killed is closed in a moment, ours; later only on a machine that stands still. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final DrillPlan plan;
    private final Transport transport;
    private final SlackSimulator slack;
    private final int port;
    private final Optional<ReadinessProbe> readiness;
    private BotProcess bot;
    private BotProcess second;

    /** @throws DrillException if the port that the bot is to have is taken */
    Session(DrillPlan plan, Transport transport, int timeScale) {
        this.plan = plan;
        this.transport = transport;
        port = plan.port() == 0 ? BotPort.free() : BotPort.wanted(plan.port());
        readiness = plan.readiness().map(this::onPort).map(ReadinessProbe::new);
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withTimeScale(timeScale).withRequestUrls(plan.app().requestUrls());
        slack = SlackSimulator.start(
                transport == Transport.EVENTS_API ? settings.withRequestUrl(onPort(plan.requestPath())) : settings);
    }

    SlackSimulator slack() {
        return slack;
    }

    Transport transport() {
        return transport;
    }

    Optional<ReadinessProbe> readiness() {
        return readiness;
    }

    /** Starts the bot unless it runs. */
    void ensureRunning() {
        if (bot == null || !bot.isAlive()) {
            start();
        }
    }

    /**
     * Starts the bot and waits until it works.
     *
     * @return whether it called itself ready before it had a connection
     * @throws DrillException if it ends, or does not work in time
     */
    boolean start() {
        stop();
        awaitFarewell();
        BooleanSupplier works = works(slack.connections());
        bot = BotProcess.start(plan.command(), environment(port));
        long end = System.nanoTime() + plan.startLimit().toNanos();
        for (boolean isEarly = false; ; Polling.pause()) {
            boolean isReady = isReady(); // asked first: who is ready must have been connected before
            boolean isReachable = works.getAsBoolean();
            if (isReady && isReachable) {
                return isEarly && transport == Transport.SOCKET_MODE;
            }
            isEarly |= isReady && readiness.isPresent();
            checkStart(end, isReachable);
        }
    }

    /** The greeting says how many connections are open: a bot is not to take those of its forerunner for another's. */
    private void awaitFarewell() {
        Polling.until(
                () -> slack.connections().stream()
                        .allMatch(connection -> connection.state() == Connection.State.CLOSED),
                FAREWELL);
    }

    private BooleanSupplier works(List<Connection> old) {
        return switch (transport) {
            case SOCKET_MODE -> () -> slack.connections().stream().anyMatch(connection -> !old.contains(connection));
            case EVENTS_API -> this::answersRequests;
        };
    }

    /** Whether the bot takes Slack's requests, whatever it says to this one. */
    private boolean answersRequests() {
        Delivery delivery = slack.challenge();
        delivery.await(plan.startLimit());
        return delivery.attempts().stream()
                .flatMap(attempt -> attempt.answer().stream())
                .anyMatch(answer -> answer.status().orElse(0) < 500);
    }

    private boolean isReady() {
        return readiness.map(ReadinessProbe::isReady).orElse(true);
    }

    private void checkStart(long end, boolean reachable) {
        OptionalInt status = bot.await(Duration.ZERO);
        if (status.isPresent()) {
            throw new DrillException(
                    "The bot ended with status " + status.getAsInt() + " before it worked over " + transport.word()
                            + ".",
                    bot.log());
        }
        if (System.nanoTime() > end) {
            throw new DrillException(late(reachable), bot.log());
        }
    }

    private String late(boolean reachable) {
        String within = " within " + plan.startLimit().toSeconds() + " s";
        if (reachable) {
            return "The bot did not call itself ready at " + onPort(plan.readiness().orElse("")) + within + ".";
        }
        return switch (transport) {
            case SOCKET_MODE -> "The bot opened no socket" + within
                    + ". It must take the address of the Web API from SLACK_API_URL.";
            case EVENTS_API -> "The bot did not answer at " + onPort(plan.requestPath()) + within
                    + ". It must listen on the port in PORT.";
        };
    }

    /** Starts one more process with the same tokens, and a port of its own. */
    void startSecond(Duration bound) {
        BooleanSupplier works = works(slack.connections());
        second = BotProcess.start(plan.command(), environment(BotPort.free()));
        if (!Polling.until(() -> works.getAsBoolean() || !second.isAlive(), bound) || !second.isAlive()) {
            throw new Failed("A second process with the same tokens did not stay connected.");
        }
    }

    boolean isAlive() {
        return bot != null && bot.isAlive();
    }

    void terminate() {
        bot.terminate();
    }

    OptionalInt await(Duration bound) {
        return bot.await(bound);
    }

    List<String> log() {
        return bot == null ? List.of() : bot.log();
    }

    /** Ends the process that came second, and everything that went wrong at the Web API. */
    void tidy() {
        slack.faults().clear();
        if (second != null) {
            second.close();
            second = null;
        }
    }

    /** Ends the bot at once. */
    void stop() {
        if (bot != null) {
            bot.close();
        }
    }

    @Override
    public void close() {
        tidy();
        stop();
        slack.close();
    }

    private Map<String, String> environment(int ownPort) {
        Map<String, String> environment = new HashMap<>(slack.environment());
        environment.put("SLACK_TRANSPORT", transport.word());
        environment.put("PORT", String.valueOf(ownPort));
        return environment;
    }

    private URI onPort(String pathOrUrl) {
        return pathOrUrl.startsWith("/")
                ? URI.create("http://127.0.0.1:" + port + pathOrUrl)
                : URI.create(pathOrUrl);
    }
}
