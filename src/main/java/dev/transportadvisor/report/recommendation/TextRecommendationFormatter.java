package dev.transportadvisor.report.recommendation;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recommendation for a person at a terminal of 80 columns. */
public final class TextRecommendationFormatter implements RecommendationFormatter {

    /** As many flips as a reader takes in; the other formats list them all. */
    private static final int MOST_FLIPS = 5;

    private final Style style;

    public TextRecommendationFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        return Stream.of(
                        section(
                                Wording.verdict(advice.bot().name(), evaluation),
                                Paragraph.indented("", Wording.reason(evaluation))),
                        table(evaluation),
                        reasons(evaluation),
                        contradictions(evaluation),
                        relaxations(recommendation),
                        flips(recommendation),
                        openQuestions(recommendation),
                        development(recommendation),
                        cautions(recommendation),
                        next(advice))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String section(String title, String body) {
        return body.isEmpty() ? "" : style.strong(title) + "\n" + body;
    }

    private String table(Evaluation evaluation) {
        if (evaluation.counting().isEmpty()) {
            return notCounted(evaluation);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(left("Criterion").footer("score, of 100"));
        columns.add(left("Matters"));
        for (Alternative alternative : evaluation.table().alternatives()) {
            columns.add(new Column()
                    .header(alternative.title())
                    .footer(evaluation.score(alternative).toPlainString())
                    .headerAlign(HorizontalAlign.RIGHT)
                    .dataAlign(HorizontalAlign.RIGHT)
                    .footerAlign(HorizontalAlign.RIGHT));
        }
        String table = AsciiTable.builder()
                .lineSeparator("\n")
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(columns.toArray(Column[]::new), rows(evaluation))
                .asString();
        return table.stripTrailing().replaceAll(" +\n", "\n") + "\n" + notCounted(evaluation);
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .footerAlign(HorizontalAlign.LEFT);
    }

    private static String[][] rows(Evaluation evaluation) {
        return evaluation.counting().stream()
                .map(appraisal -> {
                    List<String> row = new ArrayList<>(List.of(
                            appraisal.criterion().label(),
                            appraisal.importance().word()));
                    evaluation.table().alternatives().forEach(alternative -> row.add(cell(appraisal, alternative)));
                    return row.toArray(String[]::new);
                })
                .toArray(String[][]::new);
    }

    private static String cell(CriterionResult appraisal, Alternative alternative) {
        String fit = appraisal.excludes(alternative)
                ? "no: out"
                : appraisal.criterion().fit(alternative).word();
        String points = Points.text(appraisal.points().get(alternative.index()));
        return fit + " " + " ".repeat(Math.max(0, 4 - points.length())) + points;
    }

    private static String notCounted(Evaluation evaluation) {
        String text = labels(evaluation, Importance.NO, "Does not matter: ")
                + labels(evaluation, Importance.UNKNOWN, "Not known: ");
        return text.isEmpty() ? "" : Paragraph.indented("", text.strip());
    }

    private static String labels(Evaluation evaluation, Importance importance, String intro) {
        String labels = evaluation.appraisals().stream()
                .filter(appraisal -> appraisal.importance() == importance)
                .map(appraisal -> appraisal.criterion().label())
                .collect(Collectors.joining("; "));
        return labels.isEmpty() ? "" : intro + labels + ". ";
    }

    private String reasons(Evaluation evaluation) {
        return section(
                "Why",
                evaluation.counting().stream()
                        .map(appraisal -> reason(evaluation, appraisal))
                        .collect(Collectors.joining()));
    }

    private String reason(Evaluation evaluation, CriterionResult appraisal) {
        Criterion criterion = appraisal.criterion();
        String fits = evaluation.table().alternatives().stream()
                .map(alternative -> Paragraph.hanging("    - ", "      ", Wording.fit(criterion, alternative)))
                .collect(Collectors.joining());
        return "  " + Wording.upperFirst(criterion.label()) + " (" + Wording.cause(appraisal, evaluation.answers())
                + ")\n" + Paragraph.indented("    ", criterion.because()) + fits + sources("    ", criterion.source());
    }

    private String contradictions(Evaluation evaluation) {
        return section("Contradictions", bullets(Wording.contradictions(evaluation)));
    }

    private String flips(Recommendation recommendation) {
        List<Flip> flips = recommendation.flips();
        if (flips.isEmpty()) {
            return section(
                    "What would change this",
                    Paragraph.indented("  ", "Nothing: no change of up to three answers leads to another transport."));
        }
        int more = flips.size() - MOST_FLIPS;
        Stream<String> shown = flips.stream()
                .limit(MOST_FLIPS)
                .map(flip -> Wording.changes(flip) + " gives " + flip.alternative().name());
        Stream<String> rest = more > 0 ? Stream.of(more + " more: see --format json") : Stream.empty();
        return section("What would change this", bullets(Stream.concat(shown, rest).toList()));
    }

    private String relaxations(Recommendation recommendation) {
        List<String> lines = recommendation.relaxations().stream()
                .map(relaxation -> "Give up " + Wording.quoted(relaxation.giveUp()) + " for "
                        + relaxation.alternative().name() + ".")
                .toList();
        return section("What would solve this", bullets(lines));
    }

    private String openQuestions(Recommendation recommendation) {
        String questions = recommendation.unanswered().stream()
                .filter(Recommendation.OpenQuestion::canChangeOutcome)
                .map(open -> Paragraph.bullet(open.input().id() + ": " + open.input().question()))
                .collect(Collectors.joining());
        String harmless = recommendation.unanswered().stream()
                .filter(open -> !open.canChangeOutcome())
                .map(open -> open.input().id())
                .collect(Collectors.joining(", "));
        String rest =
                harmless.isEmpty() ? "" : Paragraph.indented("  ", "Without effect on the result: " + harmless + ".");
        return section("Open questions" + (questions.isEmpty() ? "" : " that can still change this"), questions + rest);
    }

    private String development(Recommendation recommendation) {
        return recommendation
                .otherForDevelopment()
                .map(preference -> section(
                        "For development: " + preference.alternative().name(),
                        Paragraph.indented("  ", preference.because()) + sources("  ", preference.source())))
                .orElse("");
    }

    private String cautions(Recommendation recommendation) {
        String body = recommendation.cautions().stream()
                .map(caution -> Paragraph.bullet(caution.text()) + sources("    ", caution.source()))
                .collect(Collectors.joining());
        return section("Good to know", body);
    }

    private String next(Advice advice) {
        return advice.recommendation()
                .outcome()
                .recommended()
                .map(alternative -> section(
                        "Next",
                        "  " + advice.command("scaffold", "-d", advice.bot().name()) + "\n"))
                .orElseGet(() -> section(
                        "Next",
                        Paragraph.indented(
                                "  ",
                                "Change " + Quoted.visible(advice.invocation().answersPath())
                                        + " and run this again, or pick a transport with scaffold --transport.")));
    }

    /** One a line, so that a terminal can open each. */
    private String sources(String indent, String sources) {
        return Stream.of(sources.split("; "))
                .map(source -> indent + style.faint(source) + "\n")
                .collect(Collectors.joining());
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(Paragraph::bullet).collect(Collectors.joining());
    }
}
