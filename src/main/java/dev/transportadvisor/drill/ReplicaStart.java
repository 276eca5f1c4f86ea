package dev.transportadvisor.drill;

import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.simulator.SlackSimulator;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Starts a replica and waits until it works.
 *
 * @param notes told what a person should know meanwhile
 */
record ReplicaStart(DrillPlan plan, Transport transport, SlackSimulator slack, Consumer<String> notes) {

    /** Most bots call Slack within a second or two of their start; ours, so that nobody waits long for the reason. */
    private static final Duration FIRST_CALL = Duration.ofSeconds(5);

    /**
     * @return whether it called itself ready before it had a connection
     * @throws DrillException if it ends, or does not work in time
     */
    boolean of(Replica replica) {
        BooleanSupplier works = replica.launch();
        long begin = System.nanoTime();
        boolean isNoted = false;
        for (boolean isEarly = false; ; Polling.pause()) {
            boolean isReady = replica.isReady(); // asked first: who is ready must have been connected before
            boolean isReachable = works.getAsBoolean();
            if (isReady && isReachable) {
                replica.putInService();
                return isEarly && transport == Transport.SOCKET_MODE;
            }
            isEarly |= isReady && plan.readiness().isPresent();
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            if (!isNoted && isDeaf() && time.compareTo(FIRST_CALL) > 0) {
                isNoted = true;
                notes.accept(apiAddress().sentence());
            }
            check(replica, time, isReachable);
        }
    }

    private void check(Replica replica, Duration time, boolean reachable) {
        OptionalInt status = replica.await(Duration.ZERO);
        if (status.isPresent()) {
            throw new DrillException(
                    replica.title() + " ended with status " + status.getAsInt() + " before it worked over "
                            + transport.word() + "." + (hasCalled() ? "" : " " + apiAddress().sentenceAboutTheEnd()),
                    replica.log());
        }
        if (time.compareTo(plan.startLimit()) > 0) {
            throw new DrillException(replica.title() + late(replica, reachable), replica.log());
        }
    }

    private String late(Replica replica, boolean reachable) {
        String within = " within " + plan.startLimit().toSeconds() + " s";
        if (reachable) {
            return " did not call itself ready at " + replica.onPort(plan.readiness().orElse("")) + within + ".";
        }
        return switch (transport) {
            case SOCKET_MODE -> " opened no socket" + within + "."
                    + (hasCalled() ? "" : " " + apiAddress().sentence());
            case EVENTS_API -> " did not answer at " + replica.onPort(plan.eventsPath()) + within
                    + ". It must listen on the port in PORT.";
        };
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
}
