package dev.transportadvisor.dist;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JDK whose runtime is distributed.
 *
 * @param home its folder
 */
record Jdk(Path home) {

    /**
     * The first JDK 25 of those that are named, by {@code -Djdk25}, by GitHub's runners or by JAVA_HOME, of the one
     * that runs the build, and of those beside it.
     *
     * @param named a folder, or nothing
     */
    static Jdk find(String named, Map<String, String> environment) throws IOException {
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        Stream<Path> told = Stream.of(
                        named,
                        environment.get("JAVA_HOME_25_X64"),
                        environment.get("JAVA_HOME_25_ARM64"),
                        environment.get("JAVA_HOME"))
                .filter(folder -> folder != null && !folder.isBlank())
                .map(Path::of);
        try (Stream<Path> beside = Files.list(running.getParent())) {
            return Stream.of(told, Stream.of(running), beside.sorted())
                    .flatMap(folders -> folders)
                    .filter(Jdk::is25)
                    .findFirst()
                    .map(Jdk::new)
                    .orElseThrow(() -> new IllegalStateException("The distribution is made with a JDK 25, and there is"
                            + " none: name its folder with -Djdk25=…, JAVA_HOME_25_X64 or JAVA_HOME."));
        }
    }

    private static boolean is25(Path folder) {
        Path release = folder.resolve("release");
        try {
            return Files.isRegularFile(release)
                    && Files.isDirectory(folder.resolve("include"))
                    && Files.readString(release).lines().anyMatch(line -> line.matches("JAVA_VERSION=\"25\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs one of its tools, whose output is shown only when it fails. */
    void run(String tool, List<String> arguments) throws IOException, InterruptedException {
        run(home.resolve("bin/" + tool), arguments);
    }

    /** Runs a program, whose output is shown only when it fails. */
    static void run(Path program, List<String> arguments) throws IOException, InterruptedException {
        output(Stream.concat(Stream.of(program.toString()), arguments.stream()).toList());
    }

    /** What a program prints; it may not fail. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + output);
        }
        return output;
    }
}
