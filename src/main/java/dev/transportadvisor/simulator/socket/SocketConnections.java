package dev.transportadvisor.simulator.socket;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The WebSockets of the bot: single-use tickets, at most ten connections, and how Slack greets and ends them. */
final class SocketConnections {

    private static final String HOST = "local-slack";

    private final Timeline timeline;
    private final TimeScale scale;
    private final Consumer<String> receiver;
    private final Consumer<Connection> watcher;
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final List<SocketConnection> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final SplittableRandom random = new SplittableRandom();
    private volatile int others;

    /**
     * @param receiver told every message of the bot, whichever connection it comes over
     * @param watcher told of every new state of a connection
     */
    SocketConnections(
            Timeline timeline, TimeScale scale, Consumer<String> receiver, Consumer<Connection> watcher) {
        this.timeline = timeline;
        this.scale = scale;
        this.receiver = receiver;
        this.watcher = watcher;
        pingLater();
    }

    /** A ticket that opens one connection of a process. */
    String ticket(String process) {
        String ticket = Ids.unguessable();
        tickets.put(ticket, process);
        return ticket;
    }

    Optional<SocketConnection> redeem(String ticket, Duration life) {
        return Optional.ofNullable(tickets.remove(ticket))
                .map(process -> new SocketConnection(id(process), process, this, timeline.now(), life));
    }

    private String id(String process) {
        return (process.isEmpty() ? "" : process + "-") + "socket-" + numbers.incrementAndGet();
    }

    /** Those that were opened and are not closed, the oldest first. */
    List<Connection> all() {
        return open.stream()
                .filter(connection -> connection.state() != Connection.State.CLOSED)
                .map(Connection.class::cast)
                .toList();
    }

    /** No message is sent to it before its greeting: whoever chooses or ends a connection waits until that is out. */
    synchronized void opened(SocketConnection connection) {
        open.add(connection);
        watcher.accept(connection);
        if (open.size() + others > Limits.CONNECTIONS) {
            disconnect(connection, DisconnectReason.TOO_MANY_WEBSOCKETS);
        } else {
            refreshLater(connection); // first, since its life has begun for whoever has read the greeting
            connection.send(hello(connection.life()));
        }
    }

    void changed(SocketConnection connection) {
        watcher.accept(connection);
    }

    void received(String message) {
        receiver.accept(message);
    }

    void closed(SocketConnection connection) {
        open.remove(connection);
    }

    /**
     * Lets others that belong to the app hold so many connections. They count, and are sent nothing.
     *
     * @param count 0 to give them up
     */
    void occupy(int count) {
        others = count;
    }

    /** It is told last: by then, nothing goes to it any more that may go to another one. */
    synchronized void disconnect(SocketConnection connection, DisconnectReason reason) {
        ObjectNode farewell = JsonTree.object()
                .put("type", "disconnect")
                .put("reason", reason.word())
                .set("debug_info", JsonTree.object().put("host", HOST));
        if (reason == DisconnectReason.WARNING) {
            connection.warned();
            timeline.after(scale.of(Limits.WARNING_LEAD, Limits.SHORTEST_WARNING_LEAD), connection::close);
            connection.send(farewell);
        } else {
            open.remove(connection);
            connection.send(farewell);
            connection.close();
        }
    }

    /** Any of the open ones, by chance; a connection that is about to end, or has silently ended, only for want. */
    synchronized Optional<SocketConnection> choose() {
        return Stream.of(Connection.State.OPEN, Connection.State.WARNED, Connection.State.SILENT)
                .map(this::inState)
                .filter(candidates -> !candidates.isEmpty())
                .findFirst()
                .map(candidates -> candidates.get(random.nextInt(candidates.size())));
    }

    private List<SocketConnection> inState(Connection.State state) {
        return open.stream().filter(connection -> connection.state() == state).toList();
    }

    /** Slack moves every connection to another server now and then, and says so a little ahead. */
    private void refreshLater(SocketConnection connection) {
        Duration calm = connection.life().minus(Limits.WARNING_LEAD);
        Timeline.Alarm refresh = timeline.after(scale.of(calm, Limits.SHORTEST_CONNECTION), () -> {
            if (connection.state() == Connection.State.OPEN) {
                disconnect(connection, DisconnectReason.WARNING);
            }
        });
        connection.whenClosed(refresh::cancel);
    }

    private ObjectNode hello(Duration life) {
        ObjectNode hello = JsonTree.object().put("type", "hello").put("num_connections", open.size() + others);
        hello.putObject("connection_info").put("app_id", Identity.APP);
        hello.putObject("debug_info")
                .put("host", HOST)
                .put("started", timeline.now().toString())
                .put("build_number", 1)
                .put("approximate_connection_time", life.toSeconds());
        return hello;
    }

    private void pingLater() {
        timeline.after(Limits.PING_PAUSE, () -> {
            open.forEach(SocketConnection::ping);
            pingLater();
        });
    }
}
