package dev.transportadvisor.report.recommendation;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.report.format.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a decision as a table: first those that the table asks about, also where they do not matter. */
final class CriteriaTable {

    /** With its margins; labels give way where more than two alternatives need the width of a terminal. */
    private static final int WIDEST_LABEL = 32;

    private static final int NARROW_LABEL = 24;

    /** The column of what matters, with the lines around it. */
    private static final int MATTERS = 11;

    private CriteriaTable() {}

    /** The needs in the order of the table, then what facts make matter. */
    static List<CriterionResult> rows(Evaluation evaluation) {
        return Stream.concat(
                        evaluation.rows().stream()
                                .filter(row -> row.criterion().asked().isPresent()),
                        evaluation.counting().stream()
                                .filter(row -> row.criterion().asked().isEmpty()))
                .toList();
    }

    /** Lines that end with line breaks. */
    static String text(Evaluation evaluation) {
        List<Alternative> alternatives = evaluation.table().alternatives();
        int label = alternatives.size() == 2 ? WIDEST_LABEL : NARROW_LABEL;
        int cell = (Paragraph.WIDTH - MATTERS - label - alternatives.size() + 1) / alternatives.size();
        List<Column> columns = new ArrayList<>();
        columns.add(left("Criterion").maxWidth(label, OverflowBehaviour.ELLIPSIS_RIGHT).footer("points"));
        columns.add(left("Matters").footer("of " + Points.text(evaluation.possiblePoints())));
        for (Alternative alternative : alternatives) {
            columns.add(new Column()
                    .header(alternative.title())
                    .footer(Points.text(evaluation.points(alternative)))
                    .headerAlign(HorizontalAlign.RIGHT)
                    .dataAlign(HorizontalAlign.RIGHT)
                    .footerAlign(HorizontalAlign.RIGHT)
                    .maxWidth(cell, OverflowBehaviour.ELLIPSIS_RIGHT));
        }
        String table = AsciiTable.builder()
                .lineSeparator("\n")
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(columns.toArray(Column[]::new), cells(evaluation))
                .asString();
        return table.stripTrailing().replaceAll(" +\n", "\n") + "\n";
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .footerAlign(HorizontalAlign.LEFT);
    }

    private static String[][] cells(Evaluation evaluation) {
        return rows(evaluation).stream()
                .map(row -> Stream.concat(
                                Stream.of(row.criterion().label(), Wording.importance(row, evaluation)),
                                evaluation.table().alternatives().stream().map(alternative -> cell(row, alternative)))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private static String cell(CriterionResult row, Alternative alternative) {
        String fit = row.excludes(alternative) ? "no: out" : row.fit(alternative).word();
        String points = row.counts() ? Points.text(row.points(alternative)) : "";
        return fit + " " + " ".repeat(Math.max(0, 4 - points.length())) + points;
    }
}
