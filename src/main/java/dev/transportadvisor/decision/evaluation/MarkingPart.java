package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.InputClause;
import java.util.List;

/** A part that adds no points: a limit, or another condition of the table. */
final class MarkingPart implements Part {

    private final List<InputClause> inputs;
    private final CompiledGuard[] cases;
    private final int marks;

    /** @param cases it marks when one of them holds */
    MarkingPart(List<Guard> cases, int marks, AnswerClasses classes) {
        this.inputs = classes.inputs(cases.stream().flatMap(Guard::conditions));
        this.cases = cases.stream()
                .map(guard -> new CompiledGuard(guard, classes))
                .toArray(CompiledGuard[]::new);
        this.marks = marks;
    }

    @Override
    public List<InputClause> inputs() {
        return inputs;
    }

    @Override
    public int addTo(long[] points, int[] answers) {
        return holds(answers) ? marks : 0;
    }

    boolean holds(int[] answers) {
        for (CompiledGuard guard : cases) {
            if (guard.holds(answers)) {
                return true;
            }
        }
        return false;
    }
}
