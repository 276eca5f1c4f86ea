package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Changes;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Fits;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything about a recommendation, for a person at a terminal of 80 columns. */
public final class FullTextRecommendationFormatter implements RecommendationFormatter {

    private final Style style;

    public FullTextRecommendationFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        List<String> sections = new ArrayList<>();
        String headline = Paragraph.indented("", Headline.of(advice.bot().name(), recommendation));
        sections.add(style.strong(headline.stripTrailing()) + "\n"
                + Paragraph.indented("", Wording.reason(evaluation)));
        sections.add(section("Contradictions", bullets(Wording.contradictions(evaluation))));
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            sections.add(section(
                    "Instead",
                    bullets(Wording.notNeeded(evaluation).steps())
                            + sources("  ", Wording.notNeeded(evaluation).source())));
        } else {
            sections.addAll(decided(advice));
        }
        return sections.stream().filter(section -> !section.isEmpty()).collect(Collectors.joining("\n"));
    }

    private List<String> decided(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        return List.of(
                CriteriaTable.text(evaluation),
                section("Limits that hold", limits(evaluation)),
                reasons(evaluation),
                section("What would solve this", bullets(relaxations(recommendation))),
                section("Find out", findOut(recommendation)),
                section("Give up", bullets(flips(recommendation.changes().giveUp()))),
                section("If the plan grows", bullets(flips(recommendation.changes().grow()))),
                development(recommendation),
                section("Good to know", cautions(recommendation)),
                section("A scaffolded bot does not carry yet", bullets(gaps(advice))),
                section("Check it", Paragraph.indented("  ", Advice.CHECK)),
                next(advice));
    }

    private static List<String> gaps(Advice advice) {
        Evaluation evaluation = advice.recommendation().evaluation();
        return advice.gaps().stream()
                .map(gap -> gap.id() + " (" + Causes.of(gap, evaluation) + "): "
                        + gap.capability().missing())
                .toList();
    }

    private String section(String title, String body) {
        return body.isEmpty() ? "" : style.strong(title) + "\n" + body;
    }

    private String limits(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        for (Limit limit : evaluation.limits()) {
            text.append(Paragraph.hanging(
                    "  - ",
                    "    ",
                    Wording.upperFirst(limit.label()) + " (" + Causes.of(limit, evaluation) + "): "
                            + limit.because() + " Out: "
                            + Wording.and(limit.excludes().stream()
                                    .map(Alternative::title)
                                    .toList())
                            + ". To lift it: " + limit.liftedBy() + "."));
            text.append(sources("    ", limit.source()));
        }
        return text.toString();
    }

    private String reasons(Evaluation evaluation) {
        String reasons = evaluation.counting().stream()
                .map(row -> reason(row, evaluation))
                .collect(Collectors.joining("\n"));
        return section("Why", reasons);
    }

    private String reason(CriterionResult row, Evaluation evaluation) {
        StringBuilder text =
                new StringBuilder("  " + Wording.upperFirst(row.criterion().label()) + " ("
                        + Causes.of(row, evaluation) + ")\n");
        text.append(Paragraph.indented("    ", row.criterion().because()));
        for (Alternative alternative : evaluation.table().alternatives()) {
            Fits.Suitability suitability = row.suitability(alternative);
            text.append(Paragraph.hanging(
                    "    - ",
                    "      ",
                    alternative.title() + ": " + suitability.fit().word() + ", " + suitability.because() + "."));
        }
        return text + sources("    ", row.criterion().source());
    }

    private static List<String> relaxations(Recommendation recommendation) {
        return recommendation.relaxations().stream()
                .map(relaxation ->
                        "For " + relaxation.alternative().name() + ": " + Wording.remedy(relaxation) + ".")
                .toList();
    }

    private static String findOut(Recommendation recommendation) {
        Changes changes = recommendation.changes();
        String questions = recommendation.stillOpen().stream()
                .map(input -> Paragraph.hanging("  - ", "    ", question(input, changes)))
                .collect(Collectors.joining());
        String harmless = recommendation.unanswered().stream()
                .filter(open -> !open.canChangeOutcome())
                .map(open -> open.input().id()
                        + open.follows()
                                .map(row -> " (follows: " + row.answer().text() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return questions
                + (harmless.isEmpty()
                        ? ""
                        : Paragraph.indented("  ", "Without effect on the result: " + harmless + "."));
    }

    /** The question, and what answers to it alone lead elsewhere. */
    private static String question(InputClause input, Changes changes) {
        String alone = changes.findOut().stream()
                .filter(flip -> flip.changes().get(0).input() == input)
                .map(flip -> flip.changes().get(0).to().text() + " leads to " + Wording.target(flip))
                .collect(Collectors.joining(", "));
        return input.id() + ": " + input.question() + (alone.isEmpty() ? "" : " (" + alone + ")");
    }

    private static List<String> flips(List<Flip> flips) {
        return flips.stream()
                .map(flip -> Wording.changes(flip) + " leads to " + Wording.target(flip))
                .toList();
    }

    private String development(Recommendation recommendation) {
        return recommendation
                .development()
                .map(preference -> section(
                        "For development: " + preference.alternative().name(),
                        Paragraph.indented("  ", preference.because()) + sources("  ", preference.source())))
                .orElse("");
    }

    private String cautions(Recommendation recommendation) {
        StringBuilder body = new StringBuilder();
        for (Caution caution : recommendation.cautions()) {
            body.append(Paragraph.hanging("  - ", "    ", caution.text()));
            body.append(sources("    ", caution.source()));
        }
        return body.toString();
    }

    private String next(Advice advice) {
        boolean isRecommended = advice.recommendation().outcome().recommended().isPresent();
        return section(
                "Next",
                isRecommended
                        ? "  " + advice.command("scaffold", "-d", advice.bot().name()) + "\n"
                        : Paragraph.indented(
                                "  ",
                                "Change " + Quoted.visible(advice.invocation().answersPath())
                                        + " and run this again, or pick a transport with scaffold --transport."));
    }

    /** One a line, so that a terminal can open each. */
    private String sources(String indent, String sources) {
        return Stream.of(sources.split("; "))
                .map(source -> indent + style.faint(source) + "\n")
                .collect(Collectors.joining());
    }

    private static String bullets(List<String> lines) {
        return lines.stream()
                .map(line -> Paragraph.hanging("  - ", "    ", line))
                .collect(Collectors.joining());
    }
}
