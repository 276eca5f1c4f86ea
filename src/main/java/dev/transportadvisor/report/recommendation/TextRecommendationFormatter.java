package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** A recommendation for a person at a terminal: what there is to know first, on a screen of 80 columns by 24 lines. */
public final class TextRecommendationFormatter implements RecommendationFormatter {

    private static final int LINES = 24;
    private static final int MOST_CONTRADICTIONS = 2;
    private static final int TITLE = 14;

    private final Style style;

    public TextRecommendationFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(Advice advice) {
        List<String> head = head(advice);
        List<String> tail = tail(advice);
        List<String> lines = new ArrayList<>(head);
        Picture picture = Picture.of(advice.recommendation().evaluation());
        if (!picture.isEmpty() && !(advice.recommendation().outcome() instanceof Outcome.NotNeeded)) {
            lines.add("");
            // One for the blank line behind the picture.
            int left = LINES - lines.size() - 1 - tail.size();
            lines.addAll(new TextPicture(advice.recommendation().evaluation(), picture).lines(left));
        }
        lines.add("");
        lines.addAll(tail);
        return String.join("\n", lines) + "\n";
    }

    private List<String> head(Advice advice) {
        List<String> lines = new ArrayList<>();
        String headline = Headline.of(advice.bot().name(), advice.recommendation());
        for (String line : Paragraph.indented("", headline).split("\n")) {
            lines.add(style.strong(line));
        }
        lines.addAll(contradictions(advice.recommendation().evaluation()));
        return lines;
    }

    private List<String> contradictions(Evaluation evaluation) {
        List<String> lines = evaluation.contradictions().stream()
                .limit(MOST_CONTRADICTIONS)
                .map(row -> line("Contradiction", contradiction(Causes.answers(row, evaluation), row.because())))
                .toList();
        int more = evaluation.contradictions().size() - MOST_CONTRADICTIONS;
        return more > 0
                ? Stream.concat(lines.stream(), Stream.of(line("", "+" + more + " more (--why)")))
                        .toList()
                : lines;
    }

    /** The answers; a single one does not show what is wrong with it. */
    private static String contradiction(List<String> answers, String because) {
        return answers.size() > 1 ? String.join(" against ", answers) : answers.get(0) + ": " + because;
    }

    private List<String> tail(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        if (recommendation.outcome() instanceof Outcome.NotNeeded) {
            return steps(recommendation.evaluation());
        }
        List<String> lines = new ArrayList<>();
        if (recommendation.outcome() instanceof Outcome.Recommended recommended
                && recommended.decidedBy() == DecidedBy.DEFAULT) {
            lines.addAll(wrapped("Why", recommendation.evaluation().fallback().because()));
        }
        recommendation.relaxations().forEach(relaxation -> lines.addAll(wrapped(
                "To solve it", relaxation.alternative().title() + ": " + Wording.remedy(relaxation))));
        if (recommendation.relaxations().isEmpty()) {
            lines.addAll(wrapped("Hard limits", limits(recommendation.evaluation())));
        }
        add(lines, "Find out", fitting("", findOut(recommendation)));
        add(lines, "Turns if", turns(recommendation));
        add(lines, "Keep in mind", briefs(recommendation));
        recommendation
                .development()
                .ifPresent(preference -> add(
                        lines,
                        "Develop",
                        "with " + preference.alternative().title() + ": "
                                + StringUtils.substringBefore(preference.because(), ". ")));
        add(lines, "Check it", "general judgements: test your own limits and threat model");
        add(lines, "Not carried", fitting("", advice.gaps().stream().map(AskedCapability::id).toList()));
        lines.addAll(next(advice));
        return lines;
    }

    private static List<String> steps(Evaluation evaluation) {
        List<String> lines = new ArrayList<>(
                List.of(Paragraph.indented("", Wording.reason(evaluation)).split("\n")));
        for (String step : Wording.notNeeded(evaluation).steps()) {
            lines.addAll(List.of(Paragraph.hanging("  - ", "    ", step).split("\n")));
        }
        return lines;
    }

    private void add(List<String> lines, String title, String text) {
        if (!text.isEmpty()) {
            lines.add(line(title, text));
        }
    }

    private List<String> wrapped(String title, String text) {
        String indent = " ".repeat(TITLE);
        return text.isEmpty()
                ? List.of()
                : List.of(Paragraph.hanging(style.faint(StringUtils.rightPad(title, TITLE)), indent, text).split("\n"));
    }

    private String line(String title, String text) {
        return titled(title, StringUtils.abbreviate(text, Paragraph.WIDTH - TITLE));
    }

    private String titled(String title, String text) {
        return style.faint(StringUtils.rightPad(title, TITLE)) + text;
    }

    /** What lifts those that hold, or what has not been checked. */
    private static String limits(Evaluation evaluation) {
        List<Limit> holding = evaluation.limits();
        if (evaluation.table().limits().isEmpty()) {
            return "";
        }
        if (!holding.isEmpty()) {
            return "to lift: " + holding.get(0).liftedBy()
                    + (holding.size() > 1 ? "; " + (holding.size() - 1) + " more" : "");
        }
        List<String> unchecked = evaluation.table().limits().stream()
                .flatMap(Limit::conditions)
                .map(Condition::input)
                .distinct()
                .filter(input -> evaluation.completed().value(input).isEmpty())
                .map(InputClause::id)
                .toList();
        return unchecked.isEmpty() ? "none holds" : fitting("none holds; not checked: ", unchecked);
    }

    /** As many as fit, and how many more there are. */
    private static String fitting(String intro, List<String> ids) {
        String all = intro + String.join(", ", ids);
        int count = ids.size();
        while (all.length() > Paragraph.WIDTH - TITLE && count > 1) {
            count--;
            all = intro + String.join(", ", ids.subList(0, count)) + "; " + (ids.size() - count) + " more";
        }
        return all;
    }

    /** First what turns the outcome by itself. */
    private static List<String> findOut(Recommendation recommendation) {
        Stream<InputClause> alone = recommendation.changes().findOut().stream()
                .map(flip -> flip.changes().get(0).input());
        return Stream.concat(alone, recommendation.stillOpen().stream())
                .map(InputClause::id)
                .distinct()
                .toList();
    }

    /** What ends in no transport turns nothing. */
    private static String turns(Recommendation recommendation) {
        List<String> flips = Stream.concat(
                        recommendation.changes().giveUp().stream(), recommendation.changes().grow().stream())
                .filter(flip -> flip.alternative().isPresent())
                .map(TextRecommendationFormatter::turn)
                .toList();
        return flips.isEmpty()
                ? ""
                : flips.get(0) + (flips.size() > 1 ? "; " + (flips.size() - 1) + " more (--why)" : "");
    }

    private static String turn(Flip flip) {
        return Wording.changes(flip).replace(": ", " ");
    }

    private static String briefs(Recommendation recommendation) {
        int width = Paragraph.WIDTH - TITLE;
        String said = "";
        for (Caution caution : recommendation.cautions()) {
            String more = said.isEmpty() ? caution.brief() : said + "; " + caution.brief();
            said = caution.brief().isEmpty() || more.length() > width ? said : more;
        }
        return said;
    }

    /** A command is never cut off, since it is to be pasted; a shell reads on behind a backslash. */
    private List<String> next(Advice advice) {
        if (advice.recommendation().outcome().recommended().isEmpty()) {
            return List.of(line("Next", "change the answers, or use scaffold --transport"));
        }
        String command = advice.command("scaffold");
        String folder = "-d " + advice.bot().name();
        return TITLE + command.length() + 1 + folder.length() <= Paragraph.WIDTH
                ? List.of(titled("Next", command + " " + folder))
                : List.of(titled("Next", command + " \\"), " ".repeat(TITLE + 2) + folder);
    }
}
