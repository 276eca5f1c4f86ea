package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.report.format.Markdown;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A decision record in the form of MADR 4 (https://adr.github.io/madr/), to be committed and compared. It names
 * no place and no time of its making, unless a date is given.
 */
public final class MarkdownRecommendationFormatter implements RecommendationFormatter {

    @Override
    public String format(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        return String.join(
                "\n",
                frontMatter(advice),
                "# " + title(advice) + "\n",
                context(advice),
                drivers(recommendation.evaluation()),
                options(recommendation.evaluation()),
                outcome(recommendation),
                consequences(recommendation),
                confirmation(advice),
                prosAndCons(recommendation.evaluation()),
                moreInformation(recommendation));
    }

    private static String frontMatter(Advice advice) {
        // A default is taken for want of answers, and a conflict has no outcome: neither is settled.
        boolean decided = advice.recommendation().outcome() instanceof Outcome.Recommended recommended
                && recommended.decidedBy() != DecidedBy.DEFAULT;
        String date = advice.date().map(day -> "date: " + day + "\n").orElse("");
        return "---\nstatus: " + (decided ? "accepted" : "proposed") + "\n" + date + "---\n";
    }

    private static String title(Advice advice) {
        return advice.recommendation()
                .outcome()
                .recommended()
                .map(alternative ->
                        "Use " + alternative.name() + " for " + advice.bot().name())
                .orElse("Choose how Slack reaches " + advice.bot().name());
    }

    private static String context(Advice advice) {
        String summary = advice.bot().summary().isEmpty()
                ? ""
                : " (" + Markdown.escape(advice.bot().summary()) + ")";
        return "## Context and Problem Statement\n\n"
                + "How should Slack reach the bot " + advice.bot().name() + summary + "?\n"
                + (advice.invocation().answersPath().equals("-")
                        ? "The answers were read from standard input"
                        : "The answers are in " + Markdown.code(advice.invocation().answersPath()))
                + "; the transport stays a configuration flag of the bot.\n";
    }

    private static String drivers(Evaluation evaluation) {
        String drivers = evaluation.counting().stream()
                .map(appraisal ->
                        "* " + Wording.upperFirst(appraisal.criterion().label()) + " ("
                                + appraisal.importance().word() + ", `" + Wording.cause(appraisal, evaluation.answers())
                                + "`): " + appraisal.criterion().because() + "\n")
                .collect(Collectors.joining());
        return "## Decision Drivers\n\n" + (drivers.isEmpty() ? "* None is known yet.\n" : drivers);
    }

    private static String options(Evaluation evaluation) {
        return "## Considered Options\n\n"
                + evaluation.table().alternatives().stream()
                        .map(alternative -> "* " + alternative.title() + "\n")
                        .collect(Collectors.joining());
    }

    private static String outcome(Recommendation recommendation) {
        Evaluation evaluation = recommendation.evaluation();
        String chosen = recommendation.outcome() instanceof Outcome.Recommended recommended
                ? "Chosen option: \"" + recommended.alternative().title() + "\", decided by "
                        + recommended.decidedBy().word() + ". "
                : "No option is chosen. ";
        String scores = evaluation.table().alternatives().stream()
                .map(alternative -> alternative.title() + " " + evaluation.score(alternative))
                .collect(Collectors.joining(", "));
        String contradictions = Wording.contradictions(evaluation).stream()
                .map(sentence -> "\n* " + sentence + "\n")
                .collect(Collectors.joining());
        return "## Decision Outcome\n\n" + chosen + Wording.reason(evaluation) + "\n\nScores, of 100: " + scores
                + ".\n" + contradictions;
    }

    private static String consequences(Recommendation recommendation) {
        return "### Consequences\n\n"
                + recommendation
                        .outcome()
                        .recommended()
                        .map(alternative -> arguments(recommendation.evaluation(), alternative)
                                + cautions(recommendation))
                        .orElseGet(() -> relaxations(recommendation));
    }

    private static String arguments(Evaluation evaluation, Alternative alternative) {
        return evaluation.counting().stream()
                .map(appraisal -> argument(appraisal.criterion(), alternative))
                .collect(Collectors.joining());
    }

    private static String cautions(Recommendation recommendation) {
        return recommendation.cautions().stream()
                .map(caution -> "* To keep in mind: " + caution.text() + " (" + links(caution.source()) + ")\n")
                .collect(Collectors.joining());
    }

    private static String relaxations(Recommendation recommendation) {
        return recommendation.relaxations().stream()
                .map(relaxation -> "* " + relaxation.alternative().title() + " comes back into question if you give up "
                        + Wording.quoted(relaxation.giveUp()) + ".\n")
                .collect(Collectors.joining());
    }

    private static String confirmation(Advice advice) {
        return "### Confirmation\n\n"
                + advice.recommendation()
                        .outcome()
                        .recommended()
                        .map(alternative ->
                                "This command exits with 1 when the answers no longer lead to this outcome:\n\n"
                                        + shell(advice.command("recommend", "--expect", alternative.id())))
                        .orElseGet(() -> "This command exits with 1 for as long as no transport is left:\n\n"
                                + shell(advice.command("recommend")));
    }

    private static String shell(String command) {
        return "```shell\n" + command + "\n```\n";
    }

    private static String prosAndCons(Evaluation evaluation) {
        return "## Pros and Cons of the Options\n\n"
                + evaluation.table().alternatives().stream()
                        .map(alternative -> option(evaluation, alternative))
                        .collect(Collectors.joining("\n"));
    }

    private static String option(Evaluation evaluation, Alternative alternative) {
        return "### " + alternative.title() + "\n\n" + alternative.summary() + "\n\n"
                + evaluation.appraisals().stream()
                        .filter(appraisal ->
                                appraisal.counts() || evaluation.counting().isEmpty())
                        .map(CriterionResult::criterion)
                        .map(criterion -> argument(criterion, alternative))
                        .collect(Collectors.joining());
    }

    private static String argument(Criterion criterion, Alternative alternative) {
        Criterion.Suitability suitability = criterion.suitability(alternative);
        return "* " + judgement(suitability.fit()) + ", because " + suitability.because() + " (" + criterion.label()
                + "; " + links(criterion.source()) + ")\n";
    }

    private static String judgement(Fit fit) {
        return switch (fit) {
            case YES -> "Good";
            case PARTLY -> "Neutral";
            case NO -> "Bad";
        };
    }

    private static String moreInformation(Recommendation recommendation) {
        StringBuilder text = new StringBuilder("## More Information\n\n");
        recommendation
                .flips()
                .forEach(flip -> text.append("* `" + Wording.changes(flip) + "` would lead to "
                        + flip.alternative().name() + ".\n"));
        recommendation.unanswered().stream()
                .filter(Recommendation.OpenQuestion::canChangeOutcome)
                .forEach(question -> text.append("* Open: `" + question.input().id() + "`. "
                        + question.input().question() + "\n"));
        development(recommendation).ifPresent(text::append);
        return text.toString();
    }

    private static Optional<String> development(Recommendation recommendation) {
        return recommendation
                .otherForDevelopment()
                .map(preference ->
                        "* For development: " + preference.alternative().name() + ". " + preference.because() + "\n");
    }

    private static String links(String sources) {
        return Arrays.stream(sources.split("; "))
                .map(source -> "<" + source + ">")
                .collect(Collectors.joining(", "));
    }
}
