package dev.transportadvisor.bench;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bot in Python with Slack's own framework, as its guides show it: over HTTP on the server that Bolt brings. */
final class BoltForPython {

    /** Where the bot and what it needs are put. */
    static final Path FOLDER = Path.of("target/bolt-python").toAbsolutePath();

    static final List<String> START = List.of(".venv/bin/python", "bench.py");

    private static final Path SOURCE = Path.of("src/test/resources/bolt-python");
    private static final long SECONDS = 300;

    private BoltForPython() {}

    /** @return what is missing on this machine; empty if the bot can run */
    static Optional<String> install() throws IOException, InterruptedException {
        if (!Python.isThere()) {
            return Optional.of("needs Python 3.11 or newer that can make virtual environments");
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("requirements.txt", "bench.py")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        String install = "python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt";
        Finished pip = Finished.run(FOLDER, Map.of(), SECONDS, List.of("sh", "-c", install));
        return pip.status() == 0 ? Optional.empty() : Optional.of("pip fails: " + pip.err());
    }
}
