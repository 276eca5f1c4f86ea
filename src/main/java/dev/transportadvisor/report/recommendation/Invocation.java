package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.report.format.Shell;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the program is started, so that a reader can start it on the same answers again.
 *
 * @param program ready for a shell
 * @param answersPath the answers file as the user named it
 * @param rulesPath the folder of a table of one's own
 */
public record Invocation(String program, String answersPath, Optional<String> rulesPath) {

    /** The arguments of a command on these answers. */
    String[] on(String command, String... more) {
        return arguments(Stream.of(command, answers()), Stream.of(more));
    }

    /** The arguments that ask for these answers. */
    String[] ask() {
        return arguments(Stream.of("ask", "-o", answers()), Stream.empty());
    }

    private String[] arguments(Stream<String> first, Stream<String> more) {
        Stream<String> rules = rulesPath.stream().flatMap(path -> Stream.of("--rules", path));
        return Stream.of(first, rules, more).flatMap(words -> words).toArray(String[]::new);
    }

    /** What was read from standard input is gone, so the reader has to name a file. */
    private String answers() {
        if (answersPath.equals("-")) {
            return "ANSWERS";
        }
        return answersPath.startsWith("-") ? "./" + answersPath : answersPath;
    }

    /** The whole line, ready to paste into a shell. */
    String line(String... arguments) {
        return program + " " + Stream.of(arguments).map(Shell::quote).collect(Collectors.joining(" "));
    }
}
