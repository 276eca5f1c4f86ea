package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example of a text in Markdown. A block of the kind {@code console} begins with {@code $} and a command, with lines
 * to type in front of it where it asks; what follows is what the command prints, where a line of {@code …} stands for
 * any lines.
 */
record ConsoleExample(Path file, String typed, String command, String output) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?ms)^(`{3,4})console\\n\\$ (?:printf '%s\\\\n' ([^\\n]*) \\| )?transport-advisor ([^\\n]*)\\n(.*?)^\\1$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static List<ConsoleExample> in(Path file) throws IOException {
        return BLOCK.matcher(Files.readString(file))
                .results()
                .map(block -> new ConsoleExample(file, typed(block.group(2)), block.group(3), block.group(4)))
                .toList();
    }

    private static String typed(String words) {
        return words == null
                ? ""
                : WORD.matcher(words)
                        .results()
                        .map(word -> (word.group(1) == null ? word.group(2) : word.group(1)) + "\n")
                        .collect(Collectors.joining());
    }

    /** Compares with what the program prints; with {@code golden.update} it writes that down instead. */
    void check(Path folder) throws IOException {
        String actual = actual(folder);
        if (Boolean.getBoolean("golden.update") && !output.contains("…\n")) {
            String text = Files.readString(file);
            Files.writeString(file, text.replace(command + "\n" + output, command + "\n" + actual));
        } else {
            assertTrue(
                    matches(output, actual),
                    () -> file + " shows\n" + output + "\nbut the program prints\n" + actual);
        }
    }

    /** Standard output, then standard error, as a terminal shows them; what is written goes to a scratch folder. */
    private String actual(Path folder) throws IOException {
        Path directory =
                switch (command.split(" ")[0]) {
                    case "scaffold" -> scratch(folder);
                    case "ask" -> Files.createDirectories(folder.resolve("hook-relay"));
                    default -> Path.of("");
                };
        Run run = Run.in(directory, typed, command.split(" "));
        return run.out() + run.err();
    }

    private static Path scratch(Path folder) throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Files.copy(
                Path.of("samples/deploy-bot.yaml"),
                samples.resolve("deploy-bot.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private static boolean matches(String shown, String actual) {
        String pattern = Stream.of(shown.split("(?m)^…\\n", -1))
                .map(Pattern::quote)
                .reduce((one, other) -> one + "(?s:.*)" + other)
                .orElseThrow();
        return actual.matches(pattern);
    }

    @Override
    public String toString() {
        return command;
    }
}
