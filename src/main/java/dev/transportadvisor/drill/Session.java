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
import java.util.function.Consumer;

/** A local Slack and the bot on it, over one transport. */
final class Session implements AutoCloseable {

    /** A socket of a process that was killed is closed in a moment, ours; later only on a machine that stands still. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** Most bots call Slack within a second or two of their start; ours, so that nobody waits long for the reason. */
    private static final Duration FIRST_CALL = Duration.ofSeconds(5);

    private final DrillPlan plan;
    private final Transport transport;
    private final SlackSimulator slack;
    private final int port;
    private final Optional<ReadinessProbe> readiness;
    private final Consumer<String> notes;
    private BotProcess bot;
    private BotProcess second;

    /**
     * @param notes told what a person should know while the bot starts
     * @throws DrillException if the port that the bot is to have is taken
     */
    Session(DrillPlan plan, Transport transport, int timeScale, Consumer<String> notes) {
        this.plan = plan;
        this.notes = notes;
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
        long begin = System.nanoTime();
        long end = begin + plan.startLimit().toNanos();
        boolean isNoted = false;
        for (boolean isEarly = false; ; Polling.pause()) {
            boolean isReady = isReady(); // asked first: who is ready must have been connected before
            boolean isReachable = works.getAsBoolean();
            if (isReady && isReachable) {
                return isEarly && transport == Transport.SOCKET_MODE;
            }
            isEarly |= isReady && readiness.isPresent();
            if (!isNoted && isDeaf() && System.nanoTime() - begin > FIRST_CALL.toNanos()) {
                isNoted = true;
                notes.accept(apiAddress().sentence());
            }
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

    /** Whether the bot cannot have heard of the local Slack; over HTTP it need not call at its start. */
    private boolean isDeaf() {
        return transport == Transport.SOCKET_MODE && !hasCalled();
    }

    /** Whether the bot has ever called the local Slack. */
    boolean hasCalled() {
        return slack.journal().count() > 0;
    }

    ApiAddress apiAddress() {
        return new ApiAddress(plan.advice(), plan.command());
    }

    private boolean isReady() {
        return readiness.map(ReadinessProbe::isReady).orElse(true);
    }

    private void checkStart(long end, boolean reachable) {
        OptionalInt status = bot.await(Duration.ZERO);
        if (status.isPresent()) {
            throw new DrillException(
                    "The bot ended with status " + status.getAsInt() + " before it worked over " + transport.word()
                            + "." + (hasCalled() ? "" : " " + apiAddress().sentenceAboutTheEnd()),
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
            case SOCKET_MODE -> "The bot opened no socket" + within + "."
                    + (hasCalled() ? "" : " " + apiAddress().sentence());
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

    /** How many processes of the bot there are. */
    int processes() {
        return second == null ? 1 : 2;
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
