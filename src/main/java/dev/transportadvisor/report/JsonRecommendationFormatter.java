package dev.transportadvisor.report;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.search.Relaxation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Rule;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A recommendation for programs; fields may be added, none is ever renamed. */
public final class JsonRecommendationFormatter implements RecommendationFormatter {

    @Override
    public String format(Advice advice) {
        return Json.text(json -> write(json, advice));
    }

    private static void write(JsonGenerator json, Advice advice) {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        json.writeStartObject();
        json.writeNumberProperty("schema", 1);
        json.writeStringProperty("bot", advice.bot().name());
        outcome(json, recommendation);
        list(
                json,
                "excluded",
                evaluation.table().alternatives().stream()
                        .filter(alternative ->
                                !evaluation.exclusions(alternative).isEmpty())
                        .toList(),
                alternative -> excluded(json, evaluation, alternative));
        list(json, "criteria", evaluation.appraisals(), appraisal -> criterion(json, evaluation, appraisal));
        list(json, "flips", recommendation.flips(), flip -> flip(json, flip));
        list(json, "relaxations", recommendation.relaxations(), relaxation -> relaxation(json, relaxation));
        list(json, "unanswered", recommendation.unanswered(), question -> {
            json.writeStringProperty("id", question.input().id());
            json.writeBooleanProperty("canChangeOutcome", question.canChangeOutcome());
        });
        list(json, "cautions", recommendation.cautions(), caution -> caution(json, caution));
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, Recommendation recommendation) {
        Optional<Outcome.Recommended> recommended =
                recommendation.outcome() instanceof Outcome.Recommended found ? Optional.of(found) : Optional.empty();
        json.writeStringProperty("outcome", recommended.isPresent() ? "recommended" : "conflict");
        nullable(json, "transport", recommended.map(found -> found.alternative().id()));
        nullable(json, "developmentTransport", recommendation.development().map(chosen -> chosen.alternative()
                .id()));
        nullable(json, "decidedBy", recommended.map(found -> found.decidedBy().word()));
        json.writeName("scores");
        json.writeStartObject();
        for (Alternative alternative : recommendation.table().alternatives()) {
            json.writeNumberProperty(
                    alternative.id(), recommendation.evaluation().score(alternative));
        }
        json.writeEndObject();
        recommendation
                .margin()
                .ifPresentOrElse(
                        margin -> json.writeNumberProperty("margin", margin), () -> json.writeNullProperty("margin"));
    }

    private static void nullable(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresentOrElse(value -> json.writeStringProperty(name, value), () -> json.writeNullProperty(name));
    }

    private static void excluded(JsonGenerator json, Evaluation evaluation, Alternative alternative) {
        json.writeStringProperty("transport", alternative.id());
        strings(
                json,
                "by",
                evaluation.exclusions(alternative).stream()
                        .map(found -> found.criterion().id())
                        .toList());
    }

    private static void criterion(JsonGenerator json, Evaluation evaluation, CriterionResult appraisal) {
        Criterion criterion = appraisal.criterion();
        json.writeStringProperty("id", criterion.id());
        json.writeStringProperty("importance", appraisal.importance().word());
        json.writeStringProperty("origin", appraisal.origin().name().toLowerCase(Locale.ROOT));
        byAlternative(
                json,
                "fit",
                evaluation,
                alternative -> json.writeStringProperty(
                        alternative.id(), criterion.fit(alternative).word()));
        byAlternative(
                json,
                "points",
                evaluation,
                alternative -> json.writeNumberProperty(
                        alternative.id(), Points.decimal(appraisal.points().get(alternative.index()))));
        json.writeStringProperty("because", criterion.because());
        byAlternative(
                json,
                "reasons",
                evaluation,
                alternative -> json.writeStringProperty(
                        alternative.id(), criterion.suitability(alternative).because()));
        json.writeStringProperty("source", criterion.source());
        strings(json, "firedRules", appraisal.fired().stream().map(Rule::id).toList());
        nullable(json, "contradictedBy", appraisal.contradicted().map(Rule::id));
    }

    private static void byAlternative(
            JsonGenerator json, String name, Evaluation evaluation, Consumer<Alternative> property) {
        json.writeName(name);
        json.writeStartObject();
        evaluation.table().alternatives().forEach(property);
        json.writeEndObject();
    }

    private static void flip(JsonGenerator json, Flip flip) {
        json.writeStringProperty("transport", flip.alternative().id());
        list(json, "changes", flip.changes(), change -> {
            json.writeStringProperty("id", change.input().id());
            json.writeStringProperty("from", Wording.text(change.from()));
            json.writeStringProperty("to", change.to().text());
        });
    }

    private static void relaxation(JsonGenerator json, Relaxation relaxation) {
        json.writeStringProperty("transport", relaxation.alternative().id());
        strings(json, "giveUp", relaxation.giveUp().stream().map(Criterion::id).toList());
    }

    private static void caution(JsonGenerator json, Caution caution) {
        json.writeStringProperty("id", caution.id());
        json.writeStringProperty("text", caution.text());
        json.writeStringProperty("source", caution.source());
    }

    private static <T> void list(JsonGenerator json, String name, Collection<T> items, Consumer<T> properties) {
        json.writeName(name);
        json.writeStartArray();
        for (T item : items) {
            json.writeStartObject();
            properties.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, Collection<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
