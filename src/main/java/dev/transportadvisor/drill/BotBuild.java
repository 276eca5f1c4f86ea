package dev.transportadvisor.drill;

import dev.transportadvisor.scaffold.BuildTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes a bot that can be started out of its folder, in the language that the folder's files tell; its tests are
 * not run. Packages for Node.js and Python are installed where none are: those that are there are what its owner works
 * with.
 */
record BotBuild(Path directory) {

    private static final String REQUIREMENTS = "requirements.txt";
    private static final String NODE_MODULES = "node_modules";
    private static final String VENV = ".venv";

    /** What it takes; of a bot in Python, the list of what it requires may be all that there is. */
    Optional<BuildTool> tool() {
        return BuildTool.of(this::has).or(() -> has(REQUIREMENTS) ? Optional.of(BuildTool.PIP) : Optional.empty());
    }

    /** In their order; none where nothing is to be done. */
    List<List<String>> commands() {
        return tool().map(this::commands).orElse(List.of());
    }

    private List<List<String>> commands(BuildTool tool) {
        return switch (tool) {
            case MAVEN -> List.of(maven());
            case NPM -> npm();
            case PIP -> python();
        };
    }

    private List<String> maven() {
        String maven = Files.isExecutable(directory.resolve("mvnw")) ? "./mvnw" : "mvn";
        return List.of(maven, "-q", "-B", "-ntp", "package", "-DskipTests");
    }

    /** With a script named `build`, as bots in TypeScript have one. */
    private List<List<String>> npm() {
        String install = has("package-lock.json") ? "ci" : "install";
        return Stream.of(
                        List.of("npm", install, "--no-audit", "--no-fund"),
                        List.of("npm", "run", "--if-present", "build"))
                .skip(has(NODE_MODULES) ? 1 : 0)
                .toList();
    }

    /** In place, so that what is started is what lies in the folder. */
    private List<List<String>> python() {
        List<String> what = has(REQUIREMENTS) ? List.of("-r", REQUIREMENTS) : List.of("-e", ".");
        List<String> install = Stream.concat(Stream.of(VENV + "/bin/pip", "install", "-q"), what.stream()).toList();
        return has(VENV) ? List.of() : List.of(List.of("python3", "-m", "venv", VENV), install);
    }

    private boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }
}
