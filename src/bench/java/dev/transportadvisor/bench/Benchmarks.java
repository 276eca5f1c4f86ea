package dev.transportadvisor.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All benchmarks, one after the other, or those that are named: {@code mvn -Pbench verify -DskipTests}. */
final class Benchmarks {

    private interface Benchmark {
        void main(String... arguments) throws Exception;
    }

    /** One line for each. */
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "arrival", ArrivalBenchmark::main,
            "bots-java", new BotBenchmark(MeasuredLanguage.JAVA)::run,
            "bots-javascript", new BotBenchmark(MeasuredLanguage.JAVASCRIPT)::run,
            "bots-python", new BotBenchmark(MeasuredLanguage.PYTHON)::run,
            "decisions", DecisionBenchmark::main,
            "lint", LintBenchmark::main,
            "simulator", SimulatorBenchmark::main,
            "startup", StartupBenchmark::main));

    private Benchmarks() {}

    /**
     * On two cores the JDK has no pool for asynchronous steps and starts a thread for each of them. That costs its HTTP
     * client, by which the local Slack posts, twice as much as the bots that are measured.
     *
     * @see java.util.concurrent.CompletableFuture
     */
    private static void useAPool() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "" + threads);
    }

    /** @param arguments names of benchmarks; none means all */
    public static void main(String... arguments) throws Exception {
        useAPool();
        List<String> names = List.of(arguments).stream().filter(name -> !name.isBlank()).toList();
        for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
            if (names.isEmpty() || names.contains(benchmark.getKey())) {
                benchmark.getValue().main();
            }
        }
    }
}
