package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.scaffold.GeneratedFile;
import dev.transportadvisor.scaffold.WritePlan;
import dev.transportadvisor.source.Quoted;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a user is told about a scaffolded bot. */
public final class ScaffoldFormatter {

    private ScaffoldFormatter() {}

    /** The decision in short. */
    public static String verdict(Bot bot, Evaluation evaluation) {
        return Wording.verdict(bot.name(), evaluation) + "\n"
                + Paragraph.indented("", Wording.reason(evaluation))
                + Wording.contradictions(evaluation).stream()
                        .map(sentence -> Paragraph.indented("", "Contradiction: " + sentence))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** What to do instead of a bot that Slack reaches. */
    public static String instead(Evaluation evaluation) {
        return "Nothing was written, since no bot has to be reached. Instead:\n"
                + Wording.notNeeded(evaluation).steps().stream()
                        .map(step -> Paragraph.hanging("  - ", "    ", step))
                        .collect(Collectors.joining());
    }

    /** Why nothing is written although nothing is wrong with the input. */
    public static String undecided(DecisionTable table) {
        return "Nothing was written. Change the answers, or pick a side with --transport "
                + table.alternatives().stream().map(Alternative::id).collect(Collectors.joining(" or --transport "))
                + ".\n";
    }

    /** That the bot is written for another transport than the answers lead to; empty if it is not. */
    public static String byHand(Evaluation evaluation, Alternative transport) {
        boolean asRecommended =
                evaluation.outcome().recommended().filter(transport::equals).isPresent();
        return asRecommended ? "" : "You chose " + transport.name() + " instead.\n\n";
    }

    /** What the answers ask for that the bot does not carry. */
    public static String gaps(Evaluation evaluation) {
        String gaps = DecisionNote.gaps(evaluation).stream()
                .map(Paragraph::bullet)
                .collect(Collectors.joining());
        return gaps.isEmpty() ? "" : "The answers ask for what the bot does not carry yet:\n" + gaps + "\n";
    }

    /** The files of a dry run, each with its size in bytes. */
    public static String files(Path directory, WritePlan plan) {
        return "Would write " + plan.files().size() + " files to " + shown(directory) + ", and wrote none:\n"
                + plan.files().stream().map(ScaffoldFormatter::line).collect(Collectors.joining());
    }

    private static String shown(Path directory) {
        return Quoted.visible(directory.toString());
    }

    private static String line(GeneratedFile file) {
        String size = String.valueOf(file.size());
        return " ".repeat(Math.max(0, 8 - size.length())) + size + "  " + file.path() + "\n";
    }

    /** Where the bot is, and the three things to do next. */
    public static String nextSteps(Path directory, WritePlan plan, Alternative transport) {
        String folder = Shell.quote(directory.toString());
        return "Wrote " + plan.files().size() + " files for " + transport.name() + " to " + shown(directory)
                + ".\n\nNext:\n"
                + "  1. cd " + folder + " && mvn -q package\n"
                + "  2. Create the app from manifest.yaml as README.md says (link or paste), and put\n"
                + "     its tokens into the environment as .env.example shows.\n"
                + "  3. Start the bot as README.md says, invite it to a channel and mention it.\n";
    }
}
