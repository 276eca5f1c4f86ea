package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.simulator.slack.Limits;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to the bot's process, and what is expected of it. */
final class ProcessSteps {

    private ProcessSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.action("terminate", given -> ProcessSteps::terminate),
                StepKind.expectation("ended", ProcessSteps::ended),
                StepKind.action("kill", given -> ProcessSteps::kill),
                StepKind.expectation("roll", ProcessSteps::roll),
                StepKind.action("start", ProcessSteps::start),
                StepKind.action("start-second", ProcessSteps::startSecond).only(Transport.SOCKET_MODE),
                StepKind.expectation("ready", ProcessSteps::ready),
                StepKind.expectation("unready", ProcessSteps::unready),
                StepKind.action("pause", ProcessSteps::pause));
    }

    /** Sends SIGTERM to every replica. */
    private static void terminate(ScenarioRun run) {
        run.session().terminate();
    }

    /** Every replica has ended. */
    private static Step ended(StepParameters given) {
        Duration within = given.duration("within");
        Set<Integer> statuses = given.numbers("statuses");
        return run -> run.session().replicas().forEach(replica -> awaitEnd(run, replica, within, statuses));
    }

    private static void awaitEnd(ScenarioRun run, Replica replica, Duration within, Set<Integer> statuses) {
        OptionalInt status = replica.await(within);
        run.effects().ended(replica.id());
        if (status.isEmpty()) {
            throw new Failed(replica.title() + " did not end within " + within.toSeconds() + " s after SIGTERM.");
        }
        if (!statuses.contains(status.getAsInt())) {
            throw new Failed(replica.title() + " ended with status " + status.getAsInt() + " after SIGTERM; allowed: "
                    + statuses.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }

    /** Starts the bot again and waits until it works; watched, it must not call itself ready before. */
    private static Step start(StepParameters given) {
        boolean isWatched = given.flag("watched", false);
        return run -> {
            boolean isEarly = run.session().start();
            if (isWatched && isEarly) {
                throw new Failed("While it started, it called itself ready before it had a connection.");
            }
        };
    }

    /** Starts one more process with the same tokens and waits until it has a connection. */
    private static Step startSecond(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (run.session().processes() == Limits.CONNECTIONS) {
                throw new Skipped("The replicas have all of the WebSockets that an app may have.");
            }
            if (run.session().keepsInstallationsApart()) {
                throw new Skipped("Only one process knows where the bot is installed, unless DATABASE_URL is set.");
            }
            BooleanSupplier works = run.session().launchSurplus();
            BooleanSupplier hasEnded = () -> !run.session().surplus().orElseThrow().isAlive();
            Polling.until(() -> hasEnded.getAsBoolean() || works.getAsBoolean(), within);
            if (hasEnded.getAsBoolean() || !works.getAsBoolean()) {
                throw notConnected(run);
            }
        };
    }

    /** Slack stops at ten: who comes after those that nobody needs is turned away. */
    private static Failed notConnected(ScenarioRun run) {
        String seen = "A second process with the same tokens did not stay connected.";
        return run.hasSurplusSockets()
                ? new Failed(seen + " The bot holds " + run.openSockets().size() + " sockets.", Cause.SURPLUS_SOCKETS)
                : new Failed(seen);
    }

    /** The bot calls itself ready. */
    private static Step ready(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (!Polling.until(() -> probed(run).allMatch(Replica::isReady), within)) {
                throw new Failed("It did not call itself ready within " + within.toSeconds()
                        + " s, although it works.");
            }
        };
    }

    /** The bot calls itself not ready, or does not answer at all. */
    private static Step unready(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (!Polling.until(() -> probed(run).noneMatch(Replica::isReady), within)) {
                throw new Failed("It still called itself ready after " + within.toSeconds()
                        + " s, although it could not work.");
            }
        };
    }

    private static Stream<Replica> probed(ScenarioRun run) {
        if (!run.session().tellsReadiness()) {
            throw new Skipped("The bot has no address that says whether it is ready: --readiness.");
        }
        return run.session().replicas().stream();
    }

    /**
     * Ends one replica after the other with SIGTERM and starts it again, as a rolling update does: the next one has its
     * turn when that one works.
     */
    private static Step roll(StepParameters given) {
        Duration within = given.duration("within");
        Set<Integer> statuses = given.numbers("statuses");
        return run -> run.session().replicas().forEach(replica -> {
            replica.terminate();
            awaitEnd(run, replica, within, statuses);
            run.session().start(replica);
        });
    }

    /** Ends the first replica with SIGKILL, which it cannot notice. */
    private static void kill(ScenarioRun run) {
        Replica victim = run.session().replicas().get(0);
        victim.close();
        run.effects().ended(victim.id());
    }

    /** Lets time pass. */
    private static Step pause(StepParameters given) {
        Duration time = given.duration("time");
        return run -> Polling.pause(time);
    }
}
