package dev.transportadvisor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The wall time of a whole {@code lint} of one manifest as it is installed without a JDK, as multiples of what the same
 * Java needs to say hello, beside what else checks JSON in a CI; and what each takes of the disk. All command lines
 * take turns; the median counts. It needs what {@code mvn -Pdist package} makes, and leaves out what cannot be
 * installed.
 */
final class ArrivalBenchmark {

    private static final int ROUNDS = 15;
    private static final Path DIST = Path.of("target/dist").toAbsolutePath();
    private static final Path PEERS = Path.of("target/peers").toAbsolutePath();
    private static final Path SCHEMA =
            Path.of("../shared/schema/manifest.schema.2.0.0.json").toAbsolutePath();
    private static final String MANIFEST =
            """
            {"display_information": {"name": "hook-relay"}, "features": {"bot_user": {"display_name": "hook-relay"}},
             "oauth_config": {"scopes": {"bot": ["chat:write"]}}, "settings": {"socket_mode_enabled": true}}
            """;

    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Path> folders = new LinkedHashMap<>();

    public static void main(String... arguments) throws Exception {
        if (!Files.isDirectory(DIST)) {
            System.out.printf("%nArrival: nothing to measure; mvn -Pdist package -DskipTests makes it.%n");
            return;
        }
        new ArrivalBenchmark().run();
    }

    private void run() throws Exception {
        Path manifest = Files.writeString(
                Files.createDirectories(PEERS).resolve("manifest.json"), MANIFEST);
        String file = manifest.toString();
        String schema = SCHEMA.toString();
        add("hello, JDK 25", PEERS, jdk25() + " -cp " + hello() + " Hello");
        Path ours = npm("ours", true, packages());
        add("lint, from npm", ours, ours.resolve(".bin/transport-advisor") + " lint " + file);
        add("java -jar lint", null, "java -jar target/transport-advisor.jar lint " + file);
        Path ajv = npm("ajv", false, List.of("ajv-cli@5.0.0"));
        add("ajv-cli", ajv, ajv.resolve(".bin/ajv") + " validate --strict=false -s " + schema + " -d " + file);
        Path biome = npm("biome", false, List.of("@biomejs/biome@2"));
        add("biome lint, from npm", biome, biome.resolve(".bin/biome") + " lint " + file);
        Path python = PEERS.resolve("python");
        install("python3", "-m", "venv", python.toString());
        install(python.resolve("bin/pip").toString(), "-q", "install", "jsonschema");
        add("Python's jsonschema", python, python.resolve("bin/jsonschema") + " -i " + file + " " + schema);
        print(times());
    }

    private void add(String name, Path folder, String line) {
        List<String> command = Arrays.asList(line.split(" "));
        if (command.get(0).equals("java") || Files.isExecutable(Path.of(command.get(0)))) {
            lines.put(name, command);
            folders.put(name, folder);
        }
    }

    /** One beside the JDK that this runs on, or this one. */
    private static Path jdk25() throws IOException {
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(running.getParent())) {
            return Stream.concat(Stream.of(running), beside.sorted())
                    .filter(ArrivalBenchmark::is25)
                    .findFirst()
                    .orElse(running)
                    .resolve("bin/java");
        }
    }

    private static boolean is25(Path jdk) {
        try {
            return Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path hello() throws IOException {
        Path source = Files.writeString(
                PEERS.resolve("Hello.java"),
                "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", PEERS.toString(), source.toString());
        return PEERS;
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.list(DIST)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".tgz")).sorted().toList();
        }
    }

    private static Path npm(String name, boolean offline, List<String> packages) throws Exception {
        Path folder = PEERS.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                "npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder.toString(),
                "--offline=" + offline));
        command.addAll(packages);
        install(command.toArray(String[]::new));
        return folder.resolve("node_modules");
    }

    private static void install(String... command) throws InterruptedException {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            System.out.printf("%nArrival: without what %s installs, since it is not there.%n", command[0]);
        }
    }

    private Map<String, List<Double>> times() throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        // The first round only fills the caches of the disk.
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> line : lines.entrySet()) {
                double time = milliseconds(line.getValue());
                if (round > 0) {
                    times.computeIfAbsent(line.getKey(), any -> new ArrayList<>()).add(time);
                }
            }
        }
        return times;
    }

    private static double milliseconds(List<String> line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        double time = (System.nanoTime() - start) / 1e6;
        if (status > 1) {
            throw new IllegalStateException("Status " + status + ": " + line);
        }
        return time;
    }

    private void print(Map<String, List<Double>> times) throws IOException {
        double hello = median(times.get("hello, JDK 25"));
        System.out.printf(
                Locale.ROOT, "%nArrival, median of %d%n%-28s %7s %9s %9s%n", ROUNDS, "", "ms", "x hello", "MB");
        for (Map.Entry<String, List<Double>> line : times.entrySet()) {
            double time = median(line.getValue());
            Path folder = folders.get(line.getKey());
            boolean isInstalled = folder != null && !folder.equals(PEERS);
            System.out.printf(
                    Locale.ROOT, "%-28s %7.0f %9.2f %9s%n",
                    line.getKey(), time, time / hello, isInstalled ? megabytes(folder) : "-");
        }
    }

    private static String megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return String.format(Locale.ROOT, "%.0f", bytes / 1e6);
        }
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
