package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.report.format.Shell;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A recommendation with what a reader needs to act on it.
 *
 * @param answersPath the answers file as the user named it
 * @param rulesPath the folder of a table of one's own
 * @param program how the program was started, ready for a shell
 * @param date when the decision was made, if it is to be on record
 */
public record Advice(
        Bot bot,
        Recommendation recommendation,
        String answersPath,
        Optional<String> rulesPath,
        String program,
        Optional<LocalDate> date) {

    /** What was read from standard input is gone, so the reader has to name a file. */
    private String answersArgument() {
        if (answersPath.equals("-")) {
            return "ANSWERS";
        }
        return Shell.quote(answersPath.startsWith("-") ? "./" + answersPath : answersPath);
    }

    /** A command on the same answers, ready to paste into a shell. */
    String command(String name, String... arguments) {
        String rules = rulesPath.map(path -> " --rules " + Shell.quote(path)).orElse("");
        StringBuilder command = new StringBuilder(program + " " + name + " " + answersArgument() + rules);
        for (String argument : arguments) {
            command.append(' ').append(Shell.quote(argument));
        }
        return command.toString();
    }
}
