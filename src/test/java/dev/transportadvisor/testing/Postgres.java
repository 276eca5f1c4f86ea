package dev.transportadvisor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, on loopback, with the programs that Debian's package brings. */
public final class Postgres implements AutoCloseable {

    private static final Path PACKAGE = Path.of("/usr/lib/postgresql");

    private static final String DATABASE = "bot";

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where its programs are; empty without any. */
    public static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGE)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGE)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** @param programs as {@link #programs} finds them */
    public static Postgres start(Path programs) throws Exception {
        Postgres server = new Postgres(programs, Files.createTempDirectory("postgres"), FreePort.find());
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            run(server.folder, List.of("chown", "postgres", server.folder.toString()));
        }
        server.run("initdb", "-D", server.data(), "-U", "bot", "-A", "trust");
        server.resume();
        server.newDatabase(DATABASE);
        return server;
    }

    public String url() {
        return url(DATABASE);
    }

    /** Makes another one, and returns its URL. */
    public String newDatabase(String name) throws IOException, InterruptedException {
        run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "bot", name);
        return url(name);
    }

    private String url(String database) {
        return "postgresql://bot@127.0.0.1:" + port + "/" + database;
    }

    /** Stops it as a restart of its machine would, and keeps what it holds. */
    public void pause() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    }

    public void resume() throws Exception {
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1", "start");
    }

    @Override
    public void close() throws IOException {
        try {
            pause();
            run("rm", "-rf", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        Path file = programs.resolve(program);
        command.add(Files.isExecutable(file) ? file.toString() : program);
        command.addAll(List.of(arguments));
        run(folder, command);
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Finished run = Finished.run(folder.getParent(), Map.of(), 120, command);
        if (run.status() != 0) {
            throw new AssertionError(command + ": " + run.out() + run.err());
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
