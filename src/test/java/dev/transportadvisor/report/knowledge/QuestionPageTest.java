package dev.transportadvisor.report.knowledge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.report.format.Style;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the interview says when it is asked why it asks. */
class QuestionPageTest {

    private static final DecisionTable TABLE = Builtin.knowledge().decisionTable();

    /** A terminal has 24 lines, and the question comes again below. */
    private static final int MOST_LINES = 20;

    static final List<InputClause> QUESTIONS = TABLE.inputs();

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void fitsAScreen(InputClause question) {
        String page = new TextKnowledgeFormatter(Style.PLAIN).brief(new DecisionKnowledge(TABLE).about(question));

        assertTrue(page.lines().count() <= MOST_LINES, page);
        assertTrue(page.lines().allMatch(line -> line.length() <= 80 || line.startsWith("source: ")), page);
    }
}
