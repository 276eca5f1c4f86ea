package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens to the bot's WebSockets. */
final class ConnectionSteps {

    /** How long the old connection of one that has been replaced may stay, as where Slack replaces it. */
    private static final Duration REPLACEMENT = Limits.WARNING_LEAD;

    private ConnectionSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                        StepKind.action("disconnect", ConnectionSteps::disconnect),
                        // half-open: it looks alive and carries nothing
                        StepKind.action("silence", given -> run -> eachOpen(run, Connection::goSilent)),
                        StepKind.action("cut", given -> run -> eachOpen(run, Connection::cut)),
                        StepKind.expectation("connected", ConnectionSteps::connected),
                        StepKind.expectation("undisturbed", ConnectionSteps::undisturbed))
                .map(kind -> kind.only(Transport.SOCKET_MODE));
    }

    /** Ends every open connection the way Slack does. */
    private static Step disconnect(StepParameters given) {
        DisconnectReason reason = given.choice("reason", DisconnectReason.values());
        return run -> eachOpen(run, connection -> connection.disconnect(reason));
    }

    private static void eachOpen(ScenarioRun run, Consumer<Connection> fate) {
        run.openSockets().forEach(fate);
    }

    /** The bot has a connection that works. */
    private static Step connected(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (!Polling.until(() -> !run.openSockets().isEmpty(), within)) {
                throw new Failed("No new connection within " + within.toSeconds() + " s.");
            }
        };
    }

    /** For some time in which nothing is sent, the bot leaves its connections as they are. */
    private static Step undisturbed(StepParameters given) {
        Duration time = given.duration("time");
        return run -> {
            List<Connection> before = run.openSockets();
            long begin = System.nanoTime();
            if (Polling.until(() -> !run.session().isAlive() || !run.openSockets().equals(before), time)) {
                throw disturbed(run, before, Duration.ofNanos(System.nanoTime() - begin));
            }
        };
    }

    /** Who replaces a connection may open the new one first; who only opens more replaces none. */
    private static Failed disturbed(ScenarioRun run, List<Connection> before, Duration after) {
        BooleanSupplier hasLostOne = () -> !run.session().isAlive() || !run.openSockets().containsAll(before);
        if (!Polling.until(hasLostOne, REPLACEMENT)) {
            return new Failed(
                    "It opens connections and closes none: the bot holds "
                            + run.openSockets().size() + " sockets.",
                    Cause.SURPLUS_SOCKETS);
        }
        return new Failed("It replaced its connection after " + after.toSeconds()
                + " s without a payload, although pings were answered.");
    }
}
