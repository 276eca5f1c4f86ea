package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens to the bot's WebSockets. */
final class ConnectionSteps {

    private ConnectionSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                        StepKind.action("disconnect", ConnectionSteps::disconnect),
                        // half-open: it looks alive and carries nothing
                        StepKind.action("silence", given -> run -> eachOpen(run, Connection::goSilent)),
                        StepKind.action("cut", given -> run -> eachOpen(run, Connection::cut)),
                        StepKind.expectation("connected", ConnectionSteps::connected))
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
}
