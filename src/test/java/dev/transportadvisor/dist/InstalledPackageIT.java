package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages of npm, installed from their files, where there is no Java and no home. */
class InstalledPackageIT {

    /** Each command once; what stands before it is the status that it ends with. */
    private static final List<String> COMMANDS = List.of(
            "0 --version",
            "0 --help",
            "0 help",
            "0 help formats",
            "2 ask",
            "0 recommend answers.yaml",
            "0 recommend answers.yaml --format json",
            "0 scaffold answers.yaml -d bot",
            "1 lint manifest.yaml",
            "1 lint . --format sarif",
            "1 lint manifest.yaml --diff",
            "0 rules list",
            "0 rules explain hosting",
            "0 rules check rules");

    @TempDir
    static Path folder;

    private static Path program;

    @BeforeAll
    static void install() throws Exception {
        program = Packed.installed(folder.resolve("project"));
        Packed.tools(folder.resolve("tools"), "readlink", "uname", "sh");
        Files.copy(Path.of("samples/deploy-bot.yaml"), folder.resolve("answers.yaml"));
        Files.copy(Path.of("samples/manifests/deploy-bot.yaml"), folder.resolve("manifest.yaml"));
        Files.createDirectory(folder.resolve("rules"));
        for (String table : List.of("transport.yaml", "transport.cases.yaml")) {
            Files.copy(Path.of("rules", table), folder.resolve("rules").resolve(table));
        }
    }

    /**
     * All but the classes of Java's events, which it keeps out of any cache, and those of picocli, which are compiled
     * for Java 5: it keeps none that it has to verify in the way before Java 6.
     */
    @Test
    void everyCommandTakesItsClassesFromTheCache() throws Exception {
        for (String command : COMMANDS) {
            Finished run = run(log(command.replaceAll("\\W+", "-")), command.substring(2).split(" "));
            assertEquals(command.charAt(0) - '0', run.status(), command + "\n" + run.out() + run.err());
        }
        TreeSet<String> made = new TreeSet<>();
        List<String> missed = new ArrayList<>();
        for (Path log : logs()) {
            for (String line : Files.readAllLines(log)) {
                if (line.contains(" source: jrt:") && !line.matches(".* (jdk\\.internal\\.event|picocli)\\..*")) {
                    missed.add(log.getFileName() + " " + line);
                } else if (!line.matches(".* source: (shared objects file|jrt:.*)")) {
                    made.add(line.replaceFirst(".*\\] (\\S+) source: .*", "$1"));
                }
            }
        }
        Files.write(Path.of("target", "classes-made-at-run-time.txt"), made);
        assertEquals("", String.join("\n", missed));
        assertTrue(made.stream().allMatch(name -> name.contains("/0x") || name.contains("$$")), made.toString());
    }

    /** They wait for a bot; for the classes of their HTTP servers and clients every other command would pay. */
    @Test
    void startsWhatWaitsForABot() throws Exception {
        Finished drill = run("", "drill", "--transport", "socket-mode", "--", "/no/such/bot");
        assertEquals(2, drill.status(), drill.out() + drill.err());
        Path out = folder.resolve("simulate.out");
        Process slack = new ProcessBuilder("env", "-i", program.toRealPath().toString(), "simulate", "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            while (slack.isAlive() && !Files.readString(out).contains("export SLACK_SIGNING_SECRET=")) {
                Thread.sleep(50);
            }
            assertTrue(slack.isAlive(), Files.readString(out));
            connect(Files.readString(out).replaceFirst("(?s).*SLACK_API_URL=(\\S+).*", "$1"));
        } finally {
            slack.destroy();
            assertTrue(slack.waitFor(1, TimeUnit.MINUTES));
        }
    }

    /** Opens a socket as a bot does. */
    private static void connect(String api) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest open = HttpRequest.newBuilder(URI.create(api + "apps.connections.open"))
                .header("Authorization", "Bearer xapp-local-slack-app-token")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String reply = client.send(open, HttpResponse.BodyHandlers.ofString()).body();
        URI socket = URI.create(reply.replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1"));
        client.newWebSocketBuilder()
                .buildAsync(socket, new WebSocket.Listener() {})
                .get(1, TimeUnit.MINUTES)
                .abort();
    }

    @Test
    void writesNothingToWhereItLies() throws Exception {
        TreeSet<String> before = tree();
        assertEquals(1, run("", "lint", "manifest.yaml").status());
        assertEquals(before, tree());
    }

    @Test
    void saysWhatIsMissingWhereThePlatformHasNoPackage() throws Exception {
        Path alone = folder.resolve("alone/bin");
        Files.createDirectories(alone);
        Path copy = Files.copy(program.toRealPath(), alone.resolve("transport-advisor"));
        copy.toFile().setExecutable(true);
        Finished run = Finished.run(folder, Map.of(), 60, List.of(copy.toString(), "--version"));
        assertEquals(2, run.status());
        assertTrue(
                run.err().matches("error: npm has installed no Transport Advisor for \\w+ \\w+: .*\\.\n"), run.err());
    }

    private static String log(String name) {
        return "-Xshare:on -Xlog:class+load:file=" + folder.resolve(name + ".classes");
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".classes")).sorted().toList();
        }
    }

    private static TreeSet<String> tree() throws IOException {
        TreeSet<String> tree = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder.resolve("project"))) {
            for (Path file : files.toList()) {
                tree.add(file + " " + Files.getLastModifiedTime(file));
            }
        }
        return tree;
    }

    /** Runs it with an environment that holds nothing but a path without Java, and the options. */
    private static Finished run(String options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + folder.resolve("tools")));
        if (!options.isEmpty()) {
            command.add("JAVA_TOOL_OPTIONS=" + options);
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return Finished.run(folder, Map.of(), 120, command);
    }
}
