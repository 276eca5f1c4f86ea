package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Changes;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.report.format.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A recommendation for programs; fields may be added, none is ever renamed. */
public final class JsonRecommendationFormatter implements RecommendationFormatter {

    @Override
    public String format(Advice advice) {
        return JsonWriter.text(json -> write(json, advice));
    }

    private static void write(JsonWriter json, Advice advice) {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        json.number("schema", 1);
        json.text("bot", advice.bot().name());
        outcome(json, recommendation);
        contradictions(json, evaluation);
        json.list("limits", evaluation.limits(), limit -> limit(json, limit, evaluation));
        json.list("excluded", excluded(evaluation), alternative -> {
            json.text("transport", alternative.id());
            json.texts("by", ids(evaluation.exclusions(alternative), Exclusion::id));
        });
        json.list("criteria", evaluation.rows(), row -> criterion(json, evaluation, row));
        changes(json, recommendation);
        json.list("relaxations", recommendation.relaxations(), relaxation -> {
            json.text("transport", relaxation.alternative().id());
            json.texts("giveUp", ids(relaxation.giveUp(), Criterion::id));
            json.texts("lift", ids(relaxation.lift(), Limit::id));
        });
        json.list("unanswered", recommendation.unanswered(), question -> {
            json.text("id", question.input().id());
            json.flag("canChangeOutcome", question.canChangeOutcome());
            json.text("follows", question.follows().map(row -> row.answer().text()));
        });
        json.list("cautions", recommendation.cautions(), caution -> {
            json.text("id", caution.id());
            json.text("text", caution.text());
            json.text("source", caution.source());
        });
        json.list("capabilities", evaluation.capabilities(), asked -> {
            json.text("id", asked.id());
            json.text("cause", Causes.of(asked, evaluation));
            json.flag("carried", advice.carried().contains(asked.id()));
        });
        json.texts(
                "steps",
                recommendation.outcome() instanceof Outcome.NotNeeded
                        ? Wording.notNeeded(evaluation).steps()
                        : List.of());
    }

    private static void outcome(JsonWriter json, Recommendation recommendation) {
        Evaluation evaluation = recommendation.evaluation();
        Optional<Outcome.Recommended> recommended =
                recommendation.outcome() instanceof Outcome.Recommended found ? Optional.of(found) : Optional.empty();
        json.text("outcome", recommendation.outcome().word());
        json.text("transport", recommended.map(found -> found.alternative().id()));
        json.text("developmentTransport", recommendation.development().map(chosen -> chosen.alternative().id()));
        json.text("decidedBy", recommended.map(found -> found.decidedBy().word()));
        json.text("confidence", recommendation.confidence().map(Confidence::word));
        byTransport(json, "scores", evaluation, alternative ->
                json.number(alternative.id(), evaluation.score(alternative)));
        json.number("margin", recommendation.margin());
        byTransport(json, "points", evaluation, alternative ->
                json.number(alternative.id(), Points.decimal(evaluation.points(alternative))));
        json.number("possiblePoints", Points.decimal(evaluation.possiblePoints()));
    }

    private static void contradictions(JsonWriter json, Evaluation evaluation) {
        json.list("contradictions", evaluation.contradictions(), row -> {
            json.text("id", row.id());
            json.texts("answers", Causes.answers(row, evaluation));
            json.text("denies", row.denies().map(InputClause::id));
            json.text("because", row.because());
            json.text("source", row.source());
        });
    }

    private static void limit(JsonWriter json, Limit limit, Evaluation evaluation) {
        json.text("id", limit.id());
        json.text("label", limit.label());
        json.text("cause", Causes.of(limit, evaluation));
        json.texts("excludes", ids(limit.excludes(), Alternative::id));
        json.text("liftedBy", limit.liftedBy());
        json.text("because", limit.because());
        json.text("source", limit.source());
    }

    /** What leads to another transport; what only ends in a conflict stands by itself, since it leads to none. */
    private static void changes(JsonWriter json, Recommendation recommendation) {
        Changes changes = recommendation.changes();
        List<GroupedFlip> flips = Stream.of(
                        grouped("find-out", changes.findOut()),
                        grouped("give-up", changes.giveUp()),
                        grouped("plan-grows", changes.grow()))
                .flatMap(group -> group)
                .toList();
        json.list(
                "flips",
                flips.stream().filter(flip -> flip.flip.alternative().isPresent()).toList(),
                flip -> {
                    json.text("transport", flip.flip.alternative().map(Alternative::id));
                    flip(json, flip);
                });
        json.list(
                "conflicts",
                flips.stream().filter(flip -> flip.flip.alternative().isEmpty()).toList(),
                flip -> flip(json, flip));
    }

    /** A flip with the word for what it takes. */
    private record GroupedFlip(String group, Flip flip) {}

    private static Stream<GroupedFlip> grouped(String group, List<Flip> flips) {
        return flips.stream().map(flip -> new GroupedFlip(group, flip));
    }

    private static List<Alternative> excluded(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> !evaluation.exclusions(alternative).isEmpty())
                .toList();
    }

    private static void criterion(JsonWriter json, Evaluation evaluation, CriterionResult row) {
        Criterion criterion = row.criterion();
        json.text("id", criterion.id());
        json.text("importance", row.importance().word());
        json.text("origin", row.origin().name().toLowerCase(Locale.ROOT));
        byTransport(json, "fit", evaluation, alternative ->
                json.text(alternative.id(), row.fit(alternative).word()));
        byTransport(json, "points", evaluation, alternative ->
                json.number(alternative.id(), Points.decimal(row.points(alternative))));
        json.text("because", criterion.because());
        byTransport(json, "reasons", evaluation, alternative ->
                json.text(alternative.id(), row.suitability(alternative).because()));
        json.text("source", criterion.source());
        json.texts("firedRules", ids(row.fired(), Rule::id));
        json.text("contradictedBy", row.denied().map(Contradiction::id));
    }

    private static void byTransport(
            JsonWriter json, String name, Evaluation evaluation, Consumer<Alternative> property) {
        json.object(name, () -> evaluation.table().alternatives().forEach(property));
    }

    private static void flip(JsonWriter json, GroupedFlip flip) {
        json.text("group", flip.group);
        json.list("changes", flip.flip.changes(), change -> {
            json.text("id", change.input().id());
            json.text("from", Answers.text(change.from()));
            json.text("to", change.to().text());
        });
    }

    private static <T> List<String> ids(Collection<? extends T> items, Function<T, String> id) {
        return items.stream().<String>map(id::apply).toList();
    }
}
