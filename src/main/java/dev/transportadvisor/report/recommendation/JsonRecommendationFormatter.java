package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.report.format.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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
        json.list("excluded", excluded(evaluation), alternative -> {
            json.text("transport", alternative.id());
            json.texts("by", ids(evaluation.exclusions(alternative), found -> found.criterion().id()));
        });
        json.list("criteria", evaluation.appraisals(), appraisal -> criterion(json, evaluation, appraisal));
        json.list("flips", recommendation.flips(), flip -> flip(json, flip));
        json.list("relaxations", recommendation.relaxations(), relaxation -> {
            json.text("transport", relaxation.alternative().id());
            json.texts("giveUp", ids(relaxation.giveUp(), Criterion::id));
        });
        json.list("unanswered", recommendation.unanswered(), question -> {
            json.text("id", question.input().id());
            json.flag("canChangeOutcome", question.canChangeOutcome());
        });
        json.list("cautions", recommendation.cautions(), caution -> {
            json.text("id", caution.id());
            json.text("text", caution.text());
            json.text("source", caution.source());
        });
    }

    private static void outcome(JsonWriter json, Recommendation recommendation) {
        Optional<Outcome.Recommended> recommended =
                recommendation.outcome() instanceof Outcome.Recommended found ? Optional.of(found) : Optional.empty();
        json.text("outcome", recommended.isPresent() ? "recommended" : "conflict");
        json.text("transport", recommended.map(found -> found.alternative().id()));
        json.text("developmentTransport", recommendation.development().map(chosen -> chosen.alternative().id()));
        json.text("decidedBy", recommended.map(found -> found.decidedBy().word()));
        Evaluation evaluation = recommendation.evaluation();
        byTransport(json, "scores", evaluation, alternative ->
                json.number(alternative.id(), evaluation.score(alternative)));
        json.number("margin", recommendation.margin());
    }

    private static List<Alternative> excluded(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> !evaluation.exclusions(alternative).isEmpty())
                .toList();
    }

    private static void criterion(JsonWriter json, Evaluation evaluation, CriterionResult appraisal) {
        Criterion criterion = appraisal.criterion();
        json.text("id", criterion.id());
        json.text("importance", appraisal.importance().word());
        json.text("origin", appraisal.origin().name().toLowerCase(Locale.ROOT));
        byTransport(json, "fit", evaluation, alternative ->
                json.text(alternative.id(), criterion.fit(alternative).word()));
        byTransport(json, "points", evaluation, alternative ->
                json.number(alternative.id(), Points.decimal(appraisal.points().get(alternative.index()))));
        json.text("because", criterion.because());
        byTransport(json, "reasons", evaluation, alternative ->
                json.text(alternative.id(), criterion.suitability(alternative).because()));
        json.text("source", criterion.source());
        json.texts("firedRules", ids(appraisal.fired(), Rule::id));
        json.text("contradictedBy", appraisal.contradicted().map(Rule::id));
    }

    private static void byTransport(
            JsonWriter json, String name, Evaluation evaluation, Consumer<Alternative> property) {
        json.object(name, () -> evaluation.table().alternatives().forEach(property));
    }

    private static void flip(JsonWriter json, Flip flip) {
        json.text("transport", flip.alternative().id());
        json.list("changes", flip.changes(), change -> {
            json.text("id", change.input().id());
            json.text("from", Wording.text(change.from()));
            json.text("to", change.to().text());
        });
    }

    private static <T> List<String> ids(Collection<? extends T> items, Function<T, String> id) {
        return items.stream().<String>map(id::apply).toList();
    }
}
