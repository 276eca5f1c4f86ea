package dev.transportadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A configuration that switches off all rules for manifests but a few, so that no test depends on the others. */
final class OnlyRules {

    private OnlyRules() {}

    static void write(Path folder, String... rules) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/manifest"))) {
            String off = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(rule -> !List.of(rules).contains(rule))
                    .sorted()
                    .map(rule -> "  " + rule + ": off\n")
                    .collect(Collectors.joining());
            Files.writeString(folder.resolve(".transport-advisor.yaml"), "schema: 1\nseverities:\n" + off);
        }
    }
}
