package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Guard;
import java.util.List;

/** A guard over answers as {@link AnswerClasses} numbers them. */
final class CompiledGuard {

    /** Which answers to one question pass a test; unknown passes none. */
    private record Test(int input, boolean[] passes) {

        boolean passes(int[] answers) {
            return passes[answers[input]];
        }
    }

    private final Test[] all;
    private final Test[] none;

    CompiledGuard(Guard guard, AnswerClasses classes) {
        this.all = tests(guard.all(), classes);
        this.none = tests(guard.none(), classes);
    }

    private static Test[] tests(List<Condition> conditions, AnswerClasses classes) {
        return conditions.stream().map(condition -> test(condition, classes)).toArray(Test[]::new);
    }

    private static Test test(Condition condition, AnswerClasses classes) {
        List<AnswerClass> known = classes.of(condition.input());
        boolean[] passes = new boolean[known.size() + 1];
        for (int i = 0; i < known.size(); i++) {
            passes[i + 1] = condition.entry().matches(known.get(i).sample());
        }
        return new Test(condition.input().index(), passes);
    }

    boolean holds(int[] answers) {
        for (Test test : all) {
            if (!test.passes(answers)) {
                return false;
            }
        }
        for (Test test : none) {
            if (test.passes(answers)) {
                return false;
            }
        }
        return true;
    }
}
