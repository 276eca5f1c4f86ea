package dev.transportadvisor.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The wall time of whole runs of {@code lint} over many manifests, beside ajv-cli with Slack's official schema on the
 * same files, and beside the parsers alone in a program of their own. They take turns, so that a busy machine slows
 * them alike; the median counts.
 */
final class LintBenchmark {

    private static final int ROUNDS = 7;
    private static final List<Integer> SIZES = List.of(1, 1_000, 10_000);

    private static final Path LAUNCHER = Path.of("target/transport-advisor").toAbsolutePath();
    private static final Path JAR = Path.of("target/transport-advisor.jar").toAbsolutePath();
    private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();
    private static final Path SCHEMA =
            Path.of("../shared/schema/manifest.schema.1.0.0.json").toAbsolutePath();

    /** Kept from one benchmark to the next. */
    private static final Path AJV_HOME = Path.of("target/ajv-cli").toAbsolutePath();

    private static final Path AJV = AJV_HOME.resolve("node_modules/.bin/ajv");

    private final Path folder;

    private LintBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        if (!Files.isDirectory(ManifestCorpus.SOURCE) || !Files.exists(SCHEMA)) {
            System.out.printf("%nLint: skipped, since %s and %s are not there.%n", ManifestCorpus.SOURCE, SCHEMA);
            return;
        }
        Path folder = Files.createTempDirectory("lint-throughput");
        try {
            new LintBenchmark(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void run() throws Exception {
        boolean hasAjv = hasAjv();
        System.out.printf(
                Locale.ROOT,
                "%nLint, whole runs on %d cores, median of %d%n%-22s %12s %12s %9s %17s %17s%n",
                Runtime.getRuntime().availableProcessors(),
                ROUNDS,
                "",
                "lint ms",
                "ajv-cli ms",
                "x ajv-cli",
                "parsers alone ms",
                "lint's peak MiB");
        ManifestCorpus corpus = ManifestCorpus.read();
        for (int size : SIZES) {
            for (String suffix : List.of("json", "yaml")) {
                Path manifests = folder.resolve(suffix + size);
                corpus.write(manifests, suffix, size);
                measure(manifests, suffix, size, hasAjv);
            }
        }
    }

    private void measure(Path manifests, String suffix, int size, boolean hasAjv) throws Exception {
        List<String> lint = List.of(LAUNCHER.toString(), "lint", manifests.toString());
        List<String> ajv = List.of(
                AJV.toString(), "validate", "--strict=false", "--errors=line", "-s", SCHEMA.toString(), "-d",
                manifests + "/*." + suffix);
        List<String> parsers = parsersAlone(manifests);
        List<Double> lintTimes = new ArrayList<>();
        List<Double> ajvTimes = new ArrayList<>();
        List<Double> parserTimes = new ArrayList<>();
        // The first round only fills the caches of the disk.
        for (int round = 0; round <= ROUNDS; round++) {
            lintTimes.add(milliseconds(lint));
            ajvTimes.add(hasAjv ? milliseconds(ajv) : Double.NaN);
            parserTimes.add(milliseconds(parsers));
        }
        double ours = median(lintTimes);
        double theirs = median(ajvTimes);
        System.out.printf(
                Locale.ROOT,
                "%-22s %12.0f %12.0f %9.2f %17.0f %17.0f%n",
                String.format(
                        Locale.ROOT,
                        size == 1 ? "1 file, %2$s" : "%,d files, %s",
                        size,
                        suffix.toUpperCase(Locale.ROOT)),
                ours,
                theirs,
                ours / theirs,
                median(parserTimes),
                peak(lint));
    }

    /** Installs ajv-cli where it is not there yet. */
    private static boolean hasAjv() throws InterruptedException {
        if (Files.exists(AJV)) {
            return true;
        }
        ProcessBuilder npm = new ProcessBuilder(
                "npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", AJV_HOME.toString(),
                "ajv-cli@5.0.0");
        try {
            Files.createDirectories(AJV_HOME);
            npm.inheritIO().start().waitFor();
        } catch (IOException e) {
            // Node is not installed, which the sentence below says.
        }
        if (!Files.exists(AJV)) {
            System.out.printf("%nLint: nothing to compare with, since npm could not install ajv-cli: get Node.js.%n");
        }
        return Files.exists(AJV);
    }

    /** With the compiler and the collector that the launcher chooses. */
    private static List<String> parsersAlone(Path manifests) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                JAR + File.pathSeparator + TEST_CLASSES,
                ParsersAlone.class.getName(),
                manifests.toString());
    }

    private double milliseconds(List<String> command) throws Exception {
        long start = System.nanoTime();
        int status = start(command).waitFor();
        double time = (System.nanoTime() - start) / 1e6;
        if (status > 1) {
            throw new IllegalStateException("Status " + status + ": " + command);
        }
        return time;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The most MiB that a run of its own holds; not a number where the system does not say. */
    private double peak(List<String> command) throws Exception {
        Process process = start(command);
        Path status = Path.of("/proc/" + process.pid() + "/status");
        double most = Double.NaN;
        while (process.isAlive()) {
            Thread.sleep(5);
            most = Math.max(Double.isNaN(most) ? 0 : most, resident(status));
        }
        return most == 0 ? Double.NaN : most;
    }

    /** @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status</a> */
    private static double resident(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // The process has just ended, or there is no such file on this system.
            return 0;
        }
    }

    /** Of all but the first. */
    private static double median(List<Double> times) {
        return times.stream().skip(1).sorted().toList().get(ROUNDS / 2);
    }
}
