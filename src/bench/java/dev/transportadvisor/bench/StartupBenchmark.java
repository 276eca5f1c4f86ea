package dev.transportadvisor.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The wall time of whole runs, as multiples of what Java needs to say hello. All command lines take turns, so that a
 * busy machine slows them alike; the median counts.
 */
final class StartupBenchmark {

    private static final int ROUNDS = 15;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target/transport-advisor.jar").toAbsolutePath();
    private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();
    private static final Path LAUNCHER = Path.of("target/transport-advisor").toAbsolutePath();

    /** What to measure; DIR stands for a new folder. One line for each further command. */
    private static final List<String> COMMANDS = List.of(
            "--version",
            "recommend samples/deploy-bot.yaml",
            "recommend samples/deploy-bot.yaml --format json",
            "scaffold samples/deploy-bot.yaml -d DIR",
            "lint samples/manifests/deploy-bot.yaml",
            "rules list");

    private final Path folder;
    private int runs;

    private StartupBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        Path folder = Files.createTempDirectory("startup");
        try {
            new StartupBenchmark(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("hello", List.of(JAVA.toString(), "-cp", hello().toString(), "Hello"));
        String classPath = JAR + File.pathSeparator + TEST_CLASSES;
        lines.put(
                "java -cp   the libraries alone, used once each",
                List.of(JAVA.toString(), "-cp", classPath, LibrariesAlone.class.getName(), "samples/deploy-bot.yaml"));
        for (String command : COMMANDS) {
            lines.put("java -jar  " + command, command(List.of(JAVA.toString(), "-jar", JAR.toString()), command));
            lines.put("launcher   " + command, command(List.of(LAUNCHER.toString()), command));
        }
        // What the disk takes for the files of a scaffold alone.
        String bot = folder.resolve("original").toString();
        milliseconds(List.of(LAUNCHER.toString(), "scaffold", "samples/deploy-bot.yaml", "-d", bot));
        lines.put("cp -r of that bot", List.of("cp", "-r", bot, "DIR"));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> line : lines.entrySet()) {
                double time = milliseconds(line.getValue());
                List<Double> all = times.computeIfAbsent(line.getKey(), any -> new ArrayList<>());
                // The first round only fills the caches of the disk.
                if (round > 0) {
                    all.add(time);
                }
            }
        }
        print(times);
    }

    private static List<String> command(List<String> program, String arguments) {
        return Stream.concat(program.stream(), Arrays.stream(arguments.split(" "))).toList();
    }

    private Path hello() throws Exception {
        Path source = Files.writeString(
                folder.resolve("Hello.java"),
                "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), source.toString());
        return folder;
    }

    private double milliseconds(List<String> line) throws Exception {
        String place = folder.resolve("bot" + runs++).toString();
        ProcessBuilder builder = new ProcessBuilder(
                line.stream().map(word -> word.equals("DIR") ? place : word).toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        double time = (System.nanoTime() - start) / 1e6;
        // lint exits with 1 for what it finds.
        if (status > 1) {
            throw new IllegalStateException("Status " + status + ": " + line);
        }
        return time;
    }

    private static void print(Map<String, List<Double>> times) {
        double hello = median(times.get("hello"));
        System.out.printf(
                Locale.ROOT,
                "%nStart-up on Java %s, median of %d%n%-62s %7s %9s%n",
                Runtime.version().feature(),
                ROUNDS,
                "",
                "ms",
                "x hello");
        times.forEach((name, all) ->
                System.out.printf(Locale.ROOT, "%-62s %7.0f %9.2f%n", name, median(all), median(all) / hello));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
