package dev.transportadvisor.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Prometheus with an alert that fires from its first second on, and an Alertmanager, on loopback. */
public final class Alerting implements AutoCloseable {

    private final Path folder;
    private final int prometheusPort = FreePort.find();
    private final int alertmanagerPort = FreePort.find();
    private final List<Process> processes = new ArrayList<>();

    private Alerting(Path folder) throws IOException {
        this.folder = folder;
    }

    /** Whether both programs are there, as Debian's packages prometheus and prometheus-alertmanager bring them. */
    public static boolean isInstalled() {
        return program("prometheus").isPresent() && alertmanager().isPresent();
    }

    /**
     * Starts both, and waits until they are ready.
     *
     * @param rule of the alert, as Prometheus reads it
     */
    public static Alerting start(Path folder, String rule) throws Exception {
        Alerting alerting = new Alerting(folder);
        alerting.write("alertmanager.yml", "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        alerting.write("rules.yml", "groups: [{name: tests, interval: 1s, rules: [" + rule + "]}]\n");
        alerting.write("prometheus.yml", """
                global: {evaluation_interval: 1s}
                rule_files: [rules.yml]
                alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
                """.formatted(alerting.alertmanagerPort));
        try {
            alerting.runBoth();
        } catch (Throwable e) { // nobody else could end what runs already
            alerting.close();
            throw e;
        }
        return alerting;
    }

    public String prometheusUrl() {
        return "http://127.0.0.1:" + prometheusPort;
    }

    public String alertmanagerUrl() {
        return "http://127.0.0.1:" + alertmanagerPort;
    }

    /** What the Alertmanager answers. */
    public String get(String path) {
        return answer(alertmanagerUrl() + path);
    }

    /** Ends both, so that nobody writes into the folder any more. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private void runBoth() throws Exception {
        run(alertmanager().orElseThrow(), "--config.file=alertmanager.yml", "--storage.path=silences",
                "--web.listen-address=127.0.0.1:" + alertmanagerPort, "--cluster.listen-address=");
        run(program("prometheus").orElseThrow(), "--config.file=prometheus.yml", "--storage.tsdb.path=series",
                "--web.listen-address=127.0.0.1:" + prometheusPort);
        awaitReady(alertmanagerUrl());
        awaitReady(prometheusUrl());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void run(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start());
    }

    private void awaitReady(String url) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!answer(url + "/-/ready").matches("(?s)OK.*|.*is Ready.*")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(url + " is not ready: " + Files.readString(folder.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Empty without one. */
    private static String answer(String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static Optional<Path> alertmanager() {
        return program("prometheus-alertmanager").or(() -> program("alertmanager"));
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(bin -> Path.of(bin, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
