package dev.transportadvisor.drill;

import dev.transportadvisor.drill.process.BotPort;
import dev.transportadvisor.drill.process.DataFolder;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.SystemTimeline;
import dev.transportadvisor.simulator.time.Timeline;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A local Slack and the bot on it, over one transport: one process, or several replicas. */
final class Session implements AutoCloseable {

    private final DrillPlan plan;
    private final Transport transport;
    private final Consumer<String> notes;
    private final SlackSimulator slack;
    private final DataFolder data;
    private final List<Replica> replicas;
    private final ReplicaStart start;
    private Optional<Replica> surplus = Optional.empty();

    /**
     * @param notes told what a person should know while the bot starts
     * @throws DrillException if the port that the bot is to have is taken
     */
    Session(DrillPlan plan, Transport transport, int timeScale, Consumer<String> notes) {
        this(plan, transport, timeScale, notes, new SystemTimeline());
    }

    /** @param timeline the clock of the local Slack */
    Session(DrillPlan plan, Transport transport, int timeScale, Consumer<String> notes, Timeline timeline) {
        this.plan = plan;
        this.transport = transport;
        this.notes = notes;
        List<Integer> ports = IntStream.range(0, plan.replicas())
                .mapToObj(i -> plan.port() == 0 ? BotPort.free() : BotPort.wanted(plan.port()))
                .toList();
        data = DataFolder.create();
        slack = localSlack(ports, timeScale, timeline);
        replicas = IntStream.range(0, ports.size())
                .mapToObj(i -> replica(Replica.Name.of(i + 1, ports.size()), ports.get(i)))
                .toList();
        start = new ReplicaStart(plan, transport, slack, notes);
    }

    /** The replicas take turns with what is posted. */
    private SlackSimulator localSlack(List<Integer> ports, int timeScale, Timeline timeline) {
        SimulatorSettings settings = SimulatorSettings.DEFAULT
                .withTimeScale(timeScale)
                .withRequestUrls(plan.app().requestUrls())
                .withOAuth(plan.app().oauth());
        SlackSimulator started = SlackSimulator.start(settings, timeline);
        if (transport == Transport.EVENTS_API) {
            List<URI> urls = ports.stream()
                    .map(port -> Replica.onPort(port, plan.requestPath()))
                    .toList();
            started.processes().useEventsApi(urls, this::isInService);
        }
        return started;
    }

    private boolean isInService(URI requestUrl) {
        return replicas.stream()
                .filter(Replica::isInService)
                .anyMatch(replica -> replica.onPort(plan.requestPath()).equals(requestUrl));
    }

    private Replica replica(Replica.Name name, int port) {
        return new Replica(plan, transport, slack, name, port, data.of(name.id()));
    }

    SlackSimulator slack() {
        return slack;
    }

    Transport transport() {
        return transport;
    }

    List<Replica> replicas() {
        return replicas;
    }

    /** The process that is there beside the replicas, if there is one. */
    Optional<Replica> surplus() {
        return surplus;
    }

    /** How many processes of the bot there are. */
    int processes() {
        return replicas.size() + (surplus.isPresent() ? 1 : 0);
    }

    /** Whether the bot has an address that says whether it is ready. */
    boolean tellsReadiness() {
        return plan.readiness().isPresent();
    }

    /** Whether the bot has ever called the local Slack. */
    boolean hasCalled() {
        return start.hasCalled();
    }

    ApiAddress apiAddress() {
        return start.apiAddress();
    }

    /** Starts the replicas that do not run. */
    void ensureRunning() {
        replicas.stream().filter(replica -> !replica.isAlive()).forEach(this::start);
    }

    /**
     * Starts the whole bot anew and waits until it works.
     *
     * @return whether a replica called itself ready before it had a connection
     * @throws DrillException if one ends, or does not work in time
     */
    boolean start() {
        stop();
        boolean isEarly = false;
        for (Replica replica : replicas) {
            isEarly |= start(replica);
        }
        return isEarly;
    }

    /** The same for one replica. */
    boolean start(Replica replica) {
        boolean isEarly = start.of(replica);
        if (isDistributed() && slack.departures().installations().all().isEmpty()) {
            install(replica, Identity.TEAM).ifPresent(trouble -> notes.accept("The manifest has redirect_urls, but "
                    + trouble + "; so the bot has nothing but SLACK_BOT_TOKEN."));
        }
        return isEarly;
    }

    /** Whether others install the app. */
    boolean isDistributed() {
        return plan.app().oauth().isDistributed();
    }

    /** Whether what somebody installs in one process is known to no other, since each has a store of its own. */
    boolean keepsInstallationsApart() {
        return isDistributed() && !plan.command().hasStore();
    }

    /**
     * Installs the bot as a person does.
     *
     * @param where the id of a workspace or the organization
     * @return what went wrong, in the end of a sentence
     */
    Optional<String> install(Replica replica, String where) {
        return new Installer(URI.create(slack.url()), replica.onPort("/")).install(where);
    }

    /**
     * Starts one more process with the same tokens, whatever becomes of it.
     *
     * @return tells whether it works
     */
    BooleanSupplier launchSurplus() {
        Replica more = replica(new Replica.Name("surplus", "One more process"), BotPort.free());
        surplus = Optional.of(more);
        return more.launch();
    }

    boolean isAlive() {
        return replicas.stream().allMatch(Replica::isAlive);
    }

    void terminate() {
        replicas.forEach(Replica::terminate);
    }

    /** Ends the process that is there beside the replicas, and all that is not as it should be at Slack. */
    void tidy() {
        slack.faults().clear();
        slack.processes().occupyConnections(0);
        surplus.ifPresent(Replica::close);
        surplus = Optional.empty();
    }

    /** What each process got and did in a scenario; nothing where there is only one. */
    List<Measurement.Share> shares(SentPayloads sent, VisibleEffects effects) {
        return plan.replicas() == 1
                ? List.of()
                : Stream.concat(replicas.stream(), surplus.stream())
                        .map(replica -> new Measurement.Share(
                                replica.id(), sent.countOf(replica), effects.countOf(replica)))
                        .toList();
    }

    /** Ends the bot at once. */
    void stop() {
        replicas.forEach(Replica::close);
    }

    @Override
    public void close() {
        tidy();
        stop();
        slack.close();
        data.close();
    }
}
