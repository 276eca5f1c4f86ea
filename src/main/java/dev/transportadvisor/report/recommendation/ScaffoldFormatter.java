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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** What a user is told about a scaffolded bot. */
public final class ScaffoldFormatter {

    private static final int MOST_PARTS = 5;

    /** The width of a feature's id and the space behind it. */
    private static final int ID = 18;

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

    /** That the bot is written for another transport than the answers lead to. */
    public static String byHand(Alternative transport) {
        return "You chose " + transport.name() + " instead.\n\n";
    }

    /** What the bot carries and why, in five lines at most; then what it was asked for in vain. */
    public static String parts(Parts parts) {
        List<String> lines = parts.taken().stream()
                .map(part -> "  " + StringUtils.rightPad(part.feature().id(), ID) + part.cause())
                .map(line -> StringUtils.abbreviate(line, Paragraph.WIDTH) + "\n")
                .toList();
        int most = lines.size() > MOST_PARTS ? MOST_PARTS - 1 : lines.size();
        String more = lines.size() > most ? "  +" + (lines.size() - most) + " more: README.md\n" : "";
        String taken = String.join("", lines.subList(0, most)) + more;
        String gaps = parts.gaps().stream().map(Paragraph::bullet).collect(Collectors.joining());
        return (taken.isEmpty() ? "" : "What the bot carries, and why:\n" + taken + "\n")
                + (gaps.isEmpty() ? "" : "The answers ask for what the bot does not carry yet:\n" + gaps + "\n");
    }

    /** What the bot carries and one process cannot do. */
    public static String apart(String what) {
        return Paragraph.indented("", what) + "\n";
    }

    /** The files of a dry run, each with its size in bytes: what every bot has, then what each feature brings. */
    public static String files(Path directory, WritePlan plan) {
        Map<String, List<GeneratedFile>> byFeature = plan.files().stream()
                .collect(Collectors.groupingBy(file -> file.feature().orElse(""), TreeMap::new, Collectors.toList()));
        return "Would write " + plan.files().size() + " files to " + shown(directory) + ", and wrote none:\n"
                + byFeature.entrySet().stream()
                        .map(group -> headed(group.getKey(), group.getValue()))
                        .collect(Collectors.joining());
    }

    private static String shown(Path directory) {
        return Quoted.visible(directory.toString());
    }

    private static String headed(String feature, List<GeneratedFile> files) {
        return (feature.isEmpty() ? "" : feature + ":\n")
                + files.stream().map(ScaffoldFormatter::line).collect(Collectors.joining());
    }

    private static String line(GeneratedFile file) {
        String size = String.valueOf(file.size());
        return " ".repeat(Math.max(0, 8 - size.length())) + size + "  " + file.path() + "\n";
    }

    /**
     * Where the bot is, and the three things to do next.
     *
     * @param build the command that builds it
     */
    public static String nextSteps(Path directory, WritePlan plan, Alternative transport, String build) {
        return "Wrote " + plan.files().size() + " files for " + transport.name() + " to " + shown(directory)
                + ".\n\nNext:\n"
                + "  1. cd " + Shell.path(directory) + " && " + build + "\n"
                + "  2. Create the app from manifest.yaml as README.md says (link or paste), and put\n"
                + "     its tokens into the environment as .env.example shows.\n"
                + "  3. Start the bot as README.md says, invite it to a channel and mention it.\n";
    }
}
