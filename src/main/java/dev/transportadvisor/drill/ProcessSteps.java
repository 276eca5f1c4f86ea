package dev.transportadvisor.drill;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to the bot's process, and what is expected of it. */
final class ProcessSteps {

    private ProcessSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.action("terminate", given -> ProcessSteps::terminate),
                StepKind.expectation("ended", ProcessSteps::ended),
                StepKind.action("start", ProcessSteps::start),
                StepKind.action("start-second", ProcessSteps::startSecond).only(Transport.SOCKET_MODE),
                StepKind.expectation("ready", ProcessSteps::ready),
                StepKind.expectation("unready", ProcessSteps::unready),
                StepKind.action("pause", ProcessSteps::pause));
    }

    /** Sends SIGTERM. */
    private static void terminate(ScenarioRun run) {
        run.mayEnd(true);
        run.session().terminate();
    }

    /** The process has ended. */
    private static Step ended(StepParameters given) {
        Duration within = given.duration("within");
        Set<Integer> statuses = given.numbers("statuses");
        return run -> {
            OptionalInt status = run.session().await(within);
            run.effects().ended();
            if (status.isEmpty()) {
                throw new Failed("It did not end within " + within.toSeconds() + " s after SIGTERM.");
            }
            if (!statuses.contains(status.getAsInt())) {
                throw new Failed("It ended with status " + status.getAsInt() + " after SIGTERM; allowed: "
                        + statuses.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
            }
        };
    }

    /** Starts the bot again and waits until it works; watched, it must not call itself ready before. */
    private static Step start(StepParameters given) {
        boolean isWatched = given.flag("watched", false);
        return run -> {
            run.mayEnd(false);
            boolean isEarly = run.session().start();
            run.effects().running();
            if (isWatched && isEarly) {
                throw new Failed("While it started, it called itself ready before it had a connection.");
            }
        };
    }

    /** Starts a second process with the same tokens and waits until it has a connection. */
    private static Step startSecond(StepParameters given) {
        Duration within = given.duration("within");
        return run -> run.session().startSecond(within);
    }

    /** The bot calls itself ready. */
    private static Step ready(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            if (!Polling.until(probe(run)::isReady, within)) {
                throw new Failed("It did not call itself ready within " + within.toSeconds()
                        + " s, although it works.");
            }
        };
    }

    /** The bot calls itself not ready, or does not answer at all. */
    private static Step unready(StepParameters given) {
        Duration within = given.duration("within");
        return run -> {
            ReadinessProbe probe = probe(run);
            if (!Polling.until(() -> !probe.isReady(), within)) {
                throw new Failed("It still called itself ready after " + within.toSeconds()
                        + " s, although it could not work.");
            }
        };
    }

    private static ReadinessProbe probe(ScenarioRun run) {
        return run.session()
                .readiness()
                .orElseThrow(() -> new Skipped("The bot has no address that says whether it is ready: --readiness."));
    }

    /** Lets time pass. */
    private static Step pause(StepParameters given) {
        Duration time = given.duration("time");
        return run -> Polling.pause(time);
    }
}
