package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out what a bot can carry of what is wished for. What the answers ask for gives way where it cannot be; what
 * somebody has named does not.
 */
final class Selector {

    private final Template template;
    private final Wishes wishes;
    private final Set<String> features = new LinkedHashSet<>();
    private final SortedMap<String, String> leftOut = new TreeMap<>();

    Selector(Template template, Wishes wishes) {
        this.template = template;
        this.wishes = wishes;
    }

    Selection select() {
        wishes.choices().forEach(this::checkOption);
        wishes.with().forEach(this::checkKnown);
        wishes.without().forEach(this::checkKnown);
        wishes.with().forEach(this::checkNamedOnce);
        template.featureIds().stream()
                .filter(id -> wishes.with().contains(id) || wishes.asked().contains(id))
                .filter(id -> !wishes.without().contains(id))
                .forEach(this::take);
        dropWhatDoesNotFit();
        dropWhatIsExcluded();
        dropWhatLacksSomething();
        Set<Feature> taken = new LinkedHashSet<>(template.features());
        taken.removeIf(feature -> !features.contains(feature.id()));
        return new Selection(choices(), taken, leftOut);
    }

    private void checkOption(String choice, String option) {
        Set<String> options = template.choices().getOrDefault(choice, Map.of()).keySet();
        // A template need not have every choice that there is.
        if (!options.isEmpty() && !options.contains(option)) {
            throw new InputException("There is no bot for the " + choice + " " + Quoted.of(option) + ". "
                    + Suggestion.sentence(option, options));
        }
    }

    private void checkKnown(String id) {
        if (!template.featureIds().contains(id)) {
            String features = template.features().isEmpty()
                    ? "It has none yet."
                    : Suggestion.sentence(id, template.featureIds());
            throw new InputException(
                    "A bot in " + template.id() + " has no feature " + Quoted.of(id) + ". " + features);
        }
    }

    private void checkNamedOnce(String id) {
        if (wishes.without().contains(id)) {
            throw new InputException("`" + id + "` is named by --with and by --without. Keep one.");
        }
    }

    private void take(String id) {
        features.add(id);
        for (String need : template.feature(id).needs()) {
            if (wishes.without().contains(need)) {
                throw new InputException(wishes.with().contains(id)
                        ? "`" + id + "` needs `" + need + "`. Leave out --without " + need + "."
                        : "`" + id + "`, for which the answers ask, needs `" + need
                                + "`. Leave out both: add --without " + id + ".");
            }
            take(need);
        }
    }

    private void dropWhatDoesNotFit() {
        for (String id : List.copyOf(features)) {
            template.feature(id).options().forEach((choice, options) -> {
                String chosen = wishes.choices().get(choice);
                if (chosen != null && !options.contains(chosen)) {
                    drop(id, "it takes the " + choice + " " + String.join(" or ", options) + ", not " + chosen);
                }
            });
        }
    }

    private void dropWhatIsExcluded() {
        for (String id : List.copyOf(features)) {
            for (String other : template.feature(id).excludes()) {
                if (features.contains(id) && features.contains(other)) {
                    drop(other, "`" + id + "` excludes it");
                }
            }
        }
    }

    private void dropWhatLacksSomething() {
        // In the order of the template a feature comes behind what it needs.
        for (String id : template.featureIds()) {
            Optional<String> lack = template.feature(id).needs().stream()
                    .filter(need -> !features.contains(need))
                    .findFirst();
            if (features.contains(id) && lack.isPresent()) {
                drop(id, "it needs `" + lack.get() + "`, which cannot be there");
            }
        }
    }

    private void drop(String id, String reason) {
        if (wishes.with().contains(id)) {
            throw new InputException("`" + id + "` cannot be there: " + reason + ".");
        }
        features.remove(id);
        leftOut.put(id, reason);
    }

    /** A choice that nobody has made follows the feature that is called like one of its options. */
    private Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        template.choices().forEach((choice, options) -> choices.put(
                choice,
                Optional.ofNullable(wishes.choices().get(choice))
                        .or(() -> options.keySet().stream().filter(features::contains).findFirst())
                        .orElse(Template.DEFAULT)));
        return choices;
    }
}
