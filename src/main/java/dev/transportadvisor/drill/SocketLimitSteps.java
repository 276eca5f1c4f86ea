package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.socket.Connection;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One process more than the app may have WebSockets. Slack opens the eleventh and ends it at once with the reason
 * {@code too_many_websockets}.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode, at most ten</a>
 * @see <a href="https://github.com/slackapi/node-slack-sdk/issues/1654">The reason, as it was seen</a>
 */
final class SocketLimitSteps {

    private static final String OPEN = "apps.connections.open";

    private SocketLimitSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                        StepKind.action("fill-sockets", given -> SocketLimitSteps::fill),
                        StepKind.action("start-surplus", SocketLimitSteps::startSurplus),
                        StepKind.expectation("patient", SocketLimitSteps::patient),
                        StepKind.action("make-room", given -> run -> occupy(run, 0)),
                        StepKind.expectation("joined", SocketLimitSteps::joined))
                .map(kind -> kind.only(Transport.SOCKET_MODE));
    }

    /** Lets others that belong to the app hold the connections that the bot leaves. */
    private static void fill(ScenarioRun run) {
        occupy(run, Limits.CONNECTIONS - run.openSockets().size());
    }

    private static void occupy(ScenarioRun run, int connections) {
        run.slack().processes().occupyConnections(connections);
    }

    /** Starts one more process, and waits until it has tried to connect. */
    private static Step startSurplus(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            run.session().launchSurplus();
            Replica surplus = surplus(run);
            BooleanSupplier hasTried = () -> surplus.calls(OPEN) > 0;
            Polling.until(() -> hasTried.getAsBoolean() || !surplus.isAlive(), within);
            if (!hasTried.getAsBoolean()) {
                throw new Failed("One more process did not try to connect within " + within.toSeconds() + " s.");
            }
        };
    }

    /** It still runs, and has not asked for a connection more often than this. */
    private static Step patient(StepParameters given) {
        int most = given.count("calls", 1, 1, StepParameters.MOST);
        return run -> {
            int calls = surplus(run).calls(OPEN);
            if (calls > most) {
                throw new Failed("Turned away with too_many_websockets, one more process asked for a connection "
                        + calls + " times.");
            }
            checkRuns(run);
        };
    }

    /** Once there is room, it has a connection. */
    private static Step joined(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (!Polling.until(() -> surplus(run).connections().anyMatch(SocketLimitSteps::isOpen), within)) {
                checkRuns(run);
                throw new Failed("Once turned away with too_many_websockets, one more process did not connect within "
                        + within.toSeconds() + " s after there was room.");
            }
        };
    }

    private static boolean isOpen(Connection connection) {
        return connection.state() == Connection.State.OPEN;
    }

    private static void checkRuns(ScenarioRun run) {
        Replica surplus = surplus(run);
        if (!surplus.isAlive()) {
            throw new Failed("Turned away with too_many_websockets, one more process ended with status "
                    + surplus.await(Duration.ZERO).orElse(0) + ".");
        }
    }

    private static Replica surplus(ScenarioRun run) {
        return run.session()
                .surplus()
                .orElseThrow(() -> new IllegalStateException("A scenario starts a process before it speaks of it"));
    }
}
