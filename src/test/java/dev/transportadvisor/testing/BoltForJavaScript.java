package dev.transportadvisor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bots in JavaScript with Slack's own framework, as npm has it. */
public final class BoltForJavaScript {

    /** Where the bots and what they need are put. */
    public static final Path FOLDER = Path.of("target/bolt-js").toAbsolutePath();

    private static final Path SOURCE = Path.of("src/test/resources/bolt-js");

    /** @slack/bolt 5 asks for this. */
    private static final int NODE = 20;

    private BoltForJavaScript() {}

    /**
     * Installs the bots, the pinned framework only once.
     *
     * @return what is missing on this machine; empty if the bots can run
     */
    public static Optional<String> install() throws IOException, InterruptedException {
        if (node() < NODE) {
            return Optional.of("needs Node.js " + NODE + " or later, and npm");
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "bot.js", "bench.js")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        // What npm writes last: without it, an installation was broken off.
        if (Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            return Optional.empty();
        }
        Finished npm = Finished.run(
                FOLDER, Map.of(), 600, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return npm.status() == 0 ? Optional.empty() : Optional.of("needs an npm registry that answers: " + npm.err());
    }

    /** @return the major version; 0 if it is not there */
    private static int node() throws InterruptedException {
        try {
            Finished node = Finished.run(Path.of("."), Map.of(), 30, List.of("node", "--version"));
            return Integer.parseInt(node.out().strip().replaceAll("^v|\\..*", ""));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
