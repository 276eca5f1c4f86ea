package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.time.ThreadTrouble;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A scenario under way: what its steps work with. */
final class ScenarioRun implements AutoCloseable {

    private final Session session;
    private final DrillPayloads payloads;
    private final SentPayloads sent = new SentPayloads();
    private final VisibleEffects effects;
    private CompletableFuture<Void> background = CompletableFuture.completedFuture(null);
    private volatile boolean isOver;

    ScenarioRun(Session session, DrillPayloads payloads) {
        this.session = session;
        this.payloads = payloads;
        effects = new VisibleEffects(session.slack().journal(), sent);
    }

    Session session() {
        return session;
    }

    SlackSimulator slack() {
        return session.slack();
    }

    /** The bot's connections that work. */
    List<Connection> openSockets() {
        return slack().connections().stream()
                .filter(connection -> connection.state() == Connection.State.OPEN)
                .toList();
    }

    /** Whether the bot has more connections than it needs: one for each process. */
    boolean hasSurplusSockets() {
        return openSockets().size() > session.processes();
    }

    DrillPayloads payloads() {
        return payloads;
    }

    SentPayloads sent() {
        return sent;
    }

    VisibleEffects effects() {
        return effects;
    }

    /**
     * Does something while the steps that follow go on. It waits most of the time, which would keep the common pool
     * busy: that has one thread on two cores, and from Java 25 on the answers of the HTTP client need it.
     */
    void inBackground(Runnable task) {
        background = CompletableFuture.runAsync(task, ScenarioRun::onItsOwnThread);
        background.whenComplete((done, failure) -> ThreadTrouble.tell(failure));
    }

    private static void onItsOwnThread(Runnable task) {
        Thread thread = new Thread(task, "stream");
        thread.setDaemon(true);
        thread.start();
    }

    void awaitBackground() {
        background.join();
    }

    /** Whether what goes on in the background is to stop. */
    boolean isOver() {
        return isOver;
    }

    /** What is still under way is given up: its retries must not meet the bot of the next scenario. */
    @Override
    public void close() {
        isOver = true;
        background.exceptionally(failure -> null).join();
        sent.all().forEach(delivery -> delivery.settle(Delivery.State.FAILED, "scenario_over"));
    }
}
