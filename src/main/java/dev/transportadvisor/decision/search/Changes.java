package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.InputClause;
import java.util.List;
import java.util.function.Predicate;

/**
 * What would change a recommendation.
 *
 * @param findOut what an answer to one open question would lead to
 * @param giveUp the smallest changes of wishes that were stated
 * @param grow facts at the nearest values where a limit or threshold turns, each alone
 */
public record Changes(List<Flip> findOut, List<Flip> giveUp, List<Flip> grow) {

    public Changes {
        findOut = List.copyOf(findOut);
        giveUp = List.copyOf(giveUp);
        grow = List.copyOf(grow);
    }

    /** @param open the questions that can still change the outcome */
    static Changes of(Evaluator evaluator, Answers answers, List<InputClause> open) {
        FlipFinder finder = new FlipFinder(evaluator, answers);
        List<InputClause> answered = evaluator.table().inputs().stream()
                .filter(input -> answers.value(input).isPresent())
                .toList();
        Predicate<InputClause> isWish = input -> input.section() == InputClause.Section.NEEDS;
        return new Changes(
                finder.alone(open),
                finder.recommending(answered.stream().filter(isWish).toList(), FlipFinder.MOST_CHANGES),
                finder.alone(answered.stream().filter(isWish.negate()).toList()));
    }
}
