package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import dev.transportadvisor.simulator.web.Fault;
import dev.transportadvisor.simulator.web.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a scenario does to the bot. */
final class Acts implements AutoCloseable {

    /** Faults last until they are repaired, or the scenario ends. */
    private static final Duration UNTIL_REPAIRED = Duration.ofHours(1);

    private final Session session;
    private final SlackSimulator slack;
    private final DrillPayloads payloads;
    private final Traffic traffic;
    private volatile boolean isOver;
    private CompletableFuture<Void> stream = CompletableFuture.completedFuture(null);

    Acts(Session session, DrillPayloads payloads, Traffic traffic) {
        this.session = session;
        this.slack = session.slack();
        this.payloads = payloads;
        this.traffic = traffic;
    }

    void send(Step.What what, int times) {
        for (int i = 0; i < times; i++) {
            DrillPayloads.Numbered next = what == Step.What.CLICK ? payloads.click(button()) : payloads.next(what);
            send(what, next);
        }
    }

    private void send(Step.What what, DrillPayloads.Numbered next) {
        traffic.own(next.number());
        Delivery delivery = slack.deliver(next.payload());
        if (what == Step.What.FOREIGN_EVENT || what == Step.What.UNKNOWN_EVENT) {
            traffic.acknowledge(delivery);
        } else {
            traffic.handle(next.number(), delivery);
        }
    }

    /** The button that the bot shows in its answer to the command. */
    private Button button() {
        Stream<JsonNode> replies = traffic.handled().stream()
                .flatMap(delivery -> delivery.acknowledgement().stream())
                .flatMap(answer -> answer.json().stream());
        Stream<JsonNode> messages = traffic.calls().stream().map(Journal.Call::arguments);
        return Stream.concat(replies, messages)
                .flatMap(message -> Button.in(message).stream())
                .findFirst()
                .orElseThrow(() -> new Skipped("The answer to the command shows no button."));
    }

    void stream(Step.What what, int times, Duration every) {
        DrillPayloads.Numbered first = payloads.next(what); // here, so that it is told what cannot be made
        traffic.streaming();
        Runnable sending = () -> {
            for (int i = 0; i < times && !isOver; i++) {
                send(what, i == 0 ? first : payloads.next(what));
                Wait.pass(every);
            }
        };
        stream = CompletableFuture.runAsync(sending, Acts::onItsOwnThread);
    }

    /**
     * It waits most of the time, which would keep the common pool busy: that has one thread on two cores, and from
     * Java 25 on the answers of the HTTP client need it.
     */
    private static void onItsOwnThread(Runnable sending) {
        Thread thread = new Thread(sending, "stream");
        thread.setDaemon(true);
        thread.start();
    }

    void allSent() {
        stream.join();
    }

    void repeat() {
        traffic.handled().forEach(delivery -> traffic.acknowledge(slack.repeat(delivery)));
    }

    void replay() {
        List<Delivery> sent = traffic.handled();
        if (sent.isEmpty()) {
            throw new Skipped("Nothing was sent before that could be replayed.");
        }
        traffic.acknowledge(slack.replay(sent.get(sent.size() - 1)));
    }

    void forge(Forgery forgery) {
        DrillPayloads.Numbered next = payloads.next(Step.What.EVENT);
        traffic.own(next.number());
        traffic.refuse(forgery, slack.forge(next.payload(), forgery));
    }

    void challenge() {
        traffic.acknowledge(slack.challenge());
    }

    void disconnect(DisconnectReason reason) {
        eachOpen(connection -> connection.disconnect(reason));
    }

    void silence() {
        eachOpen(Connection::goSilent);
    }

    void cut() {
        eachOpen(Connection::cut);
    }

    private void eachOpen(Consumer<Connection> fate) {
        slack.connections().stream()
                .filter(connection -> connection.state() == Connection.State.OPEN)
                .forEach(fate);
    }

    void slow(List<String> methods, Duration by) {
        methods.forEach(method -> slack.faults().during(UNTIL_REPAIRED, method, new Fault.Delayed(by)));
    }

    void limit(List<String> methods, int times, Duration retryAfter) {
        methods.forEach(method -> slack.faults().next(times, method, new Fault.RateLimited(retryAfter)));
    }

    void fail(List<String> methods, int status) {
        methods.forEach(method -> slack.faults().during(UNTIL_REPAIRED, method, new Fault.Broken(status)));
    }

    void repair() {
        slack.faults().clear();
    }

    void terminate() {
        session.terminate();
    }

    void start(boolean watched) {
        boolean early = session.start();
        traffic.running();
        if (watched && early) {
            throw new Failed("While it started, it called itself ready before it had a connection.");
        }
    }

    void startSecond(Duration within) {
        session.startSecond(within);
    }

    void pause(Duration time) {
        Wait.pass(time);
    }

    @Override
    public void close() {
        isOver = true;
        stream.exceptionally(failure -> null).join();
    }
}
