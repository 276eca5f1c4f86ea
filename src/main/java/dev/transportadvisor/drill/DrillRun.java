package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.simulator.time.ThreadTrouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plays all scenarios over all transports, those that only wait beside the others. */
public final class DrillRun {

    /** To kill two bots and stop a local Slack takes a moment, and where they resist ten seconds each; none is left. */
    private static final long END_SECONDS = 30;

    /** Bots that wait beside the others, ours: few enough to take no time from those that are measured. */
    private static final int BESIDE = 4;

    private static final Verdict UNPLAYED =
            Verdict.skipped("It was not played, since the bot does not call the local Slack.");

    private final DrillPlan plan;
    private final DrillPayloads payloads;
    private final DrillListener listener;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /** @param listener told on any thread */
    public DrillRun(DrillPlan plan, DrillListener listener) {
        this.plan = plan;
        this.listener = listener;
        payloads = new DrillPayloads(plan.app());
    }

    /** @throws DrillException if the bot cannot be drilled */
    public DrillReport run() {
        List<Transport> transports = List.copyOf(new TreeSet<>(plan.transports()));
        ExecutorService waiting = Executors.newFixedThreadPool(Math.max(1, BESIDE / plan.replicas()), DrillRun::daemon);
        try {
            List<Supplier<List<ScenarioResult>>> beside = lanes(transports, true).stream()
                    .map(lane -> beside(lane, waiting))
                    .toList();
            List<ScenarioResult> results = new ArrayList<>();
            lanes(transports, false).forEach(lane -> results.addAll(play(lane)));
            beside.forEach(lane -> results.addAll(lane.get()));
            return report(transports, results);
        } catch (CompletionException e) {
            throw e.getCause() instanceof DrillException trouble ? trouble : e;
        } finally {
            end(waiting);
        }
    }

    /**
     * Begins with a lane that is played beside the others. Bots that share what they store would take each other's
     * work: there it has its turn when its results are asked for.
     */
    private Supplier<List<ScenarioResult>> beside(Lane lane, Executor waiting) {
        if (plan.command().hasStore()) {
            return () -> play(lane);
        }
        CompletableFuture<List<ScenarioResult>> results =
                CompletableFuture.supplyAsync(() -> play(lane), waiting);
        results.whenComplete((played, failure) -> ThreadTrouble.tell(failure));
        return results::join;
    }

    /** Ends what still waits, with its bots. */
    private static void end(ExecutorService waiting) {
        waiting.shutdownNow();
        try {
            waiting.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private DrillReport report(List<Transport> transports, List<ScenarioResult> results) {
        for (Scenario scenario : plan.scenarios()) {
            transports.stream()
                    .filter(transport -> !scenario.transports().contains(transport))
                    .forEach(transport -> results.add(ScenarioResult.notApplicable(scenario, transport)));
        }
        results.sort(Comparator.comparingInt((ScenarioResult result) -> plan.scenarios().indexOf(result.scenario()))
                .thenComparing(ScenarioResult::transport));
        return new DrillReport(plan.bot(), transports, SameCause.of(results), Comparison.of(results));
    }

    /** Scenarios that share a local Slack and a bot. */
    private record Lane(Transport transport, List<Scenario> scenarios) {

        int timeScale() {
            return scenarios.get(0).timeScale();
        }
    }

    /** Those that are played beside the others have one each. */
    private List<Lane> lanes(List<Transport> transports, boolean beside) {
        return transports.stream()
                .flatMap(transport -> plan.scenarios().stream()
                        .filter(scenario -> scenario.beside() == beside)
                        .filter(scenario -> scenario.transports().contains(transport))
                        .collect(Collectors.groupingBy(
                                scenario -> beside ? scenario.id() : "" + scenario.timeScale(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .map(scenarios -> new Lane(transport, scenarios)))
                .toList();
    }

    private List<ScenarioResult> play(Lane lane) {
        List<ScenarioResult> results = new ArrayList<>();
        try (Session session = new Session(plan, lane.transport(), lane.timeScale(), this::note)) {
            for (Scenario scenario : lane.scenarios()) {
                if (results.stream().anyMatch(DrillRun::isHopeless)) {
                    results.add(ScenarioResult.unplayed(scenario, lane.transport(), UNPLAYED));
                    continue;
                }
                listener.begins(scenario, lane.transport());
                session.ensureRunning();
                ScenarioResult result = new ScenarioPlayer(session, payloads, plan.advice()).play(scenario);
                results.add(result);
                if (result.status() == ScenarioResult.Status.FAILED) {
                    session.stop(); // what went wrong must not spoil the next one
                }
            }
        }
        return results;
    }

    /** Whether nothing that comes later can pass, and each would wait for it in vain. */
    private static boolean isHopeless(ScenarioResult result) {
        return result.verdict().symptom().filter(seen -> seen.cause() == Cause.NEVER_CALLED).isPresent();
    }

    /** The bots of several lanes have the same to say. */
    private void note(String sentence) {
        if (noted.add(sentence)) {
            listener.notes(sentence);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "drill-beside");
        thread.setDaemon(true);
        return thread;
    }
}
