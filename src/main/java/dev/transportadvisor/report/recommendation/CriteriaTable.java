package dev.transportadvisor.report.recommendation;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a decision as a table: first those that the table asks about, also where they do not matter. */
final class CriteriaTable {

    /** So that three alternatives and a long label fit into the width of a terminal. */
    private static final int WIDEST_LABEL = 30;

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
        List<Column> columns = new ArrayList<>();
        columns.add(left("Criterion").footer("points"));
        columns.add(left("Matters").footer("of " + Points.text(evaluation.possiblePoints())));
        for (Alternative alternative : alternatives) {
            columns.add(new Column()
                    .header(alternative.title())
                    .footer(Points.text(evaluation.points(alternative)))
                    .headerAlign(HorizontalAlign.RIGHT)
                    .dataAlign(HorizontalAlign.RIGHT)
                    .footerAlign(HorizontalAlign.RIGHT)
                    .maxWidth(Math.max(12, 34 / alternatives.size()), OverflowBehaviour.ELLIPSIS_RIGHT));
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
                .footerAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST_LABEL, OverflowBehaviour.ELLIPSIS_RIGHT);
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
