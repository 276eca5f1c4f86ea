package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what each importance weighs and which share of it each fit wins. */
final class ScaleReader {

    private final Problems problems;
    private final Map<Importance, Integer> weights = new EnumMap<>(Importance.class);
    private final Map<Fit, Integer> percentages = new EnumMap<>(Fit.class);
    private final List<Domain.Words.Meaning> meanings = new ArrayList<>();

    ScaleReader(MappingReader root, Problems problems) {
        this.problems = problems;
        readWeights(root.requiredMapping("importance"));
        readPercentages(root.requiredMapping("fit-percent"));
    }

    Map<Importance, Integer> weights() {
        return weights;
    }

    Map<Fit, Integer> percentages() {
        return percentages;
    }

    /** The answers that every need allows. */
    Domain.Words words() {
        return new Domain.Words(meanings, Map.of());
    }

    private void readWeights(MappingReader levels) {
        weights.put(Importance.UNKNOWN, 0);
        for (Importance level : Importance.ANSWERS) {
            MappingReader reader = levels.requiredMapping(level.word());
            int weight = reader.requiredScalar("weight")
                    .map(node -> wholeNumber(node, 1000))
                    .orElse(0);
            weights.put(level, weight);
            meanings.add(new Domain.Words.Meaning(level.word(), reader.requiredText("means")));
            reader.rejectUnknownKeys();
        }
        levels.rejectUnknownKeys();
        if (weights.get(Importance.NO) != 0) {
            problems.at(levels.span(), "What does not matter must weigh nothing: give `no` the weight 0.");
        }
        List<Integer> falling =
                Importance.ANSWERS.stream().map(weights::get).toList();
        refuseDisorder(falling, levels, "`must` weighs at least as much as `should`, `should` as `nice`");
    }

    private void readPercentages(MappingReader fits) {
        for (Fit fit : Fit.values()) {
            int share = fits.requiredScalar(fit.word())
                    .map(node -> wholeNumber(node, 100))
                    .orElse(0);
            percentages.put(fit, share);
        }
        fits.rejectUnknownKeys();
        List<Integer> falling = List.of(Fit.values()).stream().map(percentages::get).toList();
        refuseDisorder(falling, fits, "`yes` wins at least as much as `partly`, `partly` as `no`");
    }

    private void refuseDisorder(List<Integer> falling, MappingReader reader, String order) {
        for (int i = 1; i < falling.size(); i++) {
            if (falling.get(i) > falling.get(i - 1)) {
                problems.at(reader.span(), "The order makes no sense: " + order + ".");
                return;
            }
        }
    }

    private int wholeNumber(ScalarNode node, int most) {
        if (node.text().matches("[0-9]{1,4}") && Integer.parseInt(node.text()) <= most) {
            return Integer.parseInt(node.text());
        }
        problems.at(
                node.span(),
                Quoted.of(node.text()) + " is not allowed here. Allowed: whole numbers from 0 to " + most + ".");
        return 0;
    }
}
