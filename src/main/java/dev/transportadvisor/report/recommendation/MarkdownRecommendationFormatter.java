package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.report.format.Markdown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision record in the form of MADR 4 (https://adr.github.io/madr/), to be committed and compared. It names
 * no place and no time of its making, unless a date is given, and says each argument once.
 */
public final class MarkdownRecommendationFormatter implements RecommendationFormatter {

    @Override
    public String format(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        List<String> parts = new ArrayList<>(List.of(
                frontMatter(advice), "# " + title(advice) + "\n", context(advice), drivers(recommendation)));
        parts.add(options(recommendation.evaluation()));
        parts.add(outcome(recommendation));
        parts.add(consequences(recommendation));
        parts.add(confirmation(advice));
        parts.add(moreInformation(recommendation));
        return String.join("\n", parts);
    }

    private static String frontMatter(Advice advice) {
        String date = advice.date().map(day -> "date: " + day + "\n").orElse("");
        return "---\nstatus: " + (advice.recommendation().isSettled() ? "accepted" : "proposed") + "\n" + date
                + "---\n";
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

    /** The rows of the table that the product started from, also where they do not matter, then what facts add. */
    private static String drivers(Recommendation recommendation) {
        Evaluation evaluation = recommendation.evaluation();
        List<Alternative> alternatives = evaluation.table().alternatives();
        String head = "| Criterion | Matters | "
                + alternatives.stream().map(Alternative::title).collect(Collectors.joining(" | ")) + " |\n| --- | ---"
                + " | ---".repeat(alternatives.size()) + " |\n";
        String rows = CriteriaTable.rows(evaluation).stream()
                .map(row -> "| " + Wording.upperFirst(row.criterion().label()) + " | "
                        + matters(row, evaluation) + " | "
                        + alternatives.stream()
                                .map(alternative -> cell(row, alternative))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        String reasons = evaluation.counting().stream()
                .map(row -> "* " + Wording.upperFirst(row.criterion().label()) + ": "
                        + row.criterion().because() + " (" + links(row.criterion().source()) + ")\n")
                .collect(Collectors.joining());
        return "## Decision Drivers\n\n" + head + rows + (reasons.isEmpty() ? "" : "\n" + reasons);
    }

    private static String matters(CriterionResult row, Evaluation evaluation) {
        return row.counts()
                ? Wording.importance(row, evaluation) + ", `" + Causes.of(row, evaluation) + "`"
                : row.importance().word();
    }

    private static String cell(CriterionResult row, Alternative alternative) {
        return row.fit(alternative).word() + (row.excludes(alternative) ? ": out" : "");
    }

    /** Each alternative with its arguments. */
    private static String options(Evaluation evaluation) {
        return "## Considered Options\n\n"
                + evaluation.table().alternatives().stream()
                        .map(alternative -> option(evaluation, alternative))
                        .collect(Collectors.joining("\n"));
    }

    private static String option(Evaluation evaluation, Alternative alternative) {
        String limits = evaluation.limits().stream()
                .filter(limit -> limit.excludes(alternative))
                .map(limit -> limit(limit, evaluation))
                .collect(Collectors.joining());
        String arguments = evaluation.counting().stream()
                .map(row -> argument(row, alternative))
                .collect(Collectors.joining());
        return "### " + alternative.title() + "\n\n" + alternative.summary() + "\n"
                + (limits.isEmpty() && arguments.isEmpty() ? "" : "\n" + limits + arguments);
    }

    private static String limit(Limit limit, Evaluation evaluation) {
        return "* Impossible, because " + limit.label() + " (`" + Causes.of(limit, evaluation) + "`): "
                + limit.because() + " To lift it: " + limit.liftedBy() + ". (" + links(limit.source()) + ")\n";
    }

    private static String argument(CriterionResult row, Alternative alternative) {
        String judgement =
                switch (row.fit(alternative)) {
                    case YES -> "Good";
                    case PARTLY -> "Neutral";
                    case NO -> "Bad";
                };
        return "* " + judgement + ", because " + row.suitability(alternative).because() + " ("
                + row.criterion().label() + ")\n";
    }

    private static String outcome(Recommendation recommendation) {
        Evaluation evaluation = recommendation.evaluation();
        String chosen = recommendation.outcome() instanceof Outcome.Recommended recommended
                ? "Chosen option: \"" + recommended.alternative().title() + "\", decided by "
                        + recommended.decidedBy().word() + ", " + sureness(recommendation) + ". "
                : recommendation.outcome() instanceof Outcome.NotNeeded
                        ? "No option is needed: use " + Wording.notNeeded(evaluation).instead() + ". "
                        : "No option is chosen. ";
        String contradictions = Wording.contradictions(evaluation).stream()
                .map(sentence -> "\n* Contradiction: " + sentence + "\n")
                .collect(Collectors.joining());
        return "## Decision Outcome\n\n" + chosen + Wording.reason(evaluation) + "\n\nPoints, of "
                + Points.text(evaluation.possiblePoints()) + ": " + Wording.points(evaluation) + ".\n"
                + contradictions;
    }

    private static String sureness(Recommendation recommendation) {
        return "confidence "
                + recommendation.confidence().map(Confidence::word).orElseThrow();
    }

    private static String consequences(Recommendation recommendation) {
        String text;
        if (recommendation.outcome() instanceof Outcome.NotNeeded) {
            text = Wording.notNeeded(recommendation.evaluation()).steps().stream()
                    .map(step -> "* " + step + "\n")
                    .collect(Collectors.joining());
        } else if (recommendation.outcome() instanceof Outcome.Conflict) {
            text = recommendation.relaxations().stream()
                    .map(relaxation -> "* " + relaxation.alternative().title() + " comes back into question: "
                            + Wording.remedy(relaxation) + ".\n")
                    .collect(Collectors.joining());
        } else {
            text = recommendation.cautions().stream()
                    .map(caution -> "* " + caution.text() + " (" + links(caution.source()) + ")\n")
                    .collect(Collectors.joining());
        }
        return "### Consequences\n\n" + text;
    }

    private static String confirmation(Advice advice) {
        return "### Confirmation\n\n"
                + advice.recommendation()
                        .outcome()
                        .recommended()
                        .map(alternative ->
                                "This command exits with 1 when the answers no longer lead to this outcome:\n\n"
                                        + shell(advice.command("recommend", "--expect", alternative.id())))
                        .orElseGet(() -> (advice.recommendation().outcome() instanceof Outcome.Conflict
                                        ? "This command exits with 1 for as long as no transport is left:\n\n"
                                        : "This command says when a transport is needed after all:\n\n")
                                + shell(advice.command("recommend")))
                + "\n" + Wording.upperFirst(Advice.CHECK) + "\n";
    }

    private static String shell(String command) {
        return "```shell\n" + command + "\n```\n";
    }

    private static String moreInformation(Recommendation recommendation) {
        StringBuilder text = new StringBuilder("## More Information\n\n");
        recommendation.stillOpen().forEach(input -> text.append("* Find out: `" + input.id() + "`. "
                + input.question() + "\n"));
        recommendation.changes().giveUp().forEach(flip -> text.append(flip("Give up", flip)));
        recommendation.changes().grow().forEach(flip -> text.append(flip("If the plan grows", flip)));
        recommendation
                .development()
                .ifPresent(preference -> text.append("* For development: "
                        + preference.alternative().name() + ". " + preference.because() + "\n"));
        return text.toString();
    }

    private static String flip(String group, Flip flip) {
        return "* " + group + ": `" + Wording.changes(flip) + "` would lead to " + Wording.target(flip) + ".\n";
    }

    private static String links(String sources) {
        return Arrays.stream(sources.split("; "))
                .map(source -> "<" + source + ">")
                .collect(Collectors.joining(", "));
    }
}
