package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.scaffold.Feature;
import dev.transportadvisor.scaffold.Selection;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.scaffold.Wishes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a bot carries beside its transport, and what it was asked for in vain.
 *
 * @param gaps a sentence or two each
 */
public record Parts(List<Part> taken, List<String> gaps) {

    /** @param cause what brought it: answers, or somebody's wish */
    public record Part(Feature feature, String cause) {}

    public static Parts of(
            Bot bot, Evaluation evaluation, Template template, Wishes wishes, Selection selection) {
        Map<String, AskedCapability> asked = evaluation.capabilities().stream()
                .collect(Collectors.toMap(AskedCapability::id, Function.identity()));
        List<Part> taken = template.features().stream()
                .filter(feature -> selection.features().contains(feature.id()))
                .map(feature -> new Part(feature, cause(feature, bot, asked, wishes, selection, evaluation)))
                .toList();
        List<String> gaps = evaluation.capabilities().stream()
                .filter(each -> !selection.features().contains(each.id()))
                .filter(each -> !wishes.without().contains(each.id()))
                .map(each -> gap(each, selection))
                .toList();
        return new Parts(taken, gaps);
    }

    private static String cause(
            Feature feature,
            Bot bot,
            Map<String, AskedCapability> asked,
            Wishes wishes,
            Selection selection,
            Evaluation evaluation) {
        if (asked.containsKey(feature.id())) {
            return Causes.of(asked.get(feature.id()), evaluation);
        }
        if (wishes.with().contains(feature.id())) {
            return "--with " + feature.id();
        }
        if (wishes.asked().contains(feature.id())) {
            return bot.systems().isEmpty()
                    ? "part of " + Wording.and(List.copyOf(feature.needs()))
                    : "bot.systems: " + String.join(", ", bot.systems());
        }
        return "needed by " + Wording.and(selection.needing(feature.id()));
    }

    private static String gap(AskedCapability asked, Selection selection) {
        String reason = selection.leftOut().get(asked.id());
        return reason == null
                ? asked.capability().missing()
                : "`" + asked.id() + "` is left out: " + reason + ". " + asked.capability().missing();
    }
}
