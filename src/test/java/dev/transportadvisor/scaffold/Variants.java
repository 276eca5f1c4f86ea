package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which bots a template can become. */
final class Variants {

    private Variants() {}

    /** For each transport, every set of features that can be together. */
    static List<Selection> all(Template template) {
        List<Selection> all = new ArrayList<>();
        for (String transport : template.choices().get(Template.TRANSPORT).keySet()) {
            Set<Set<String>> seen = new HashSet<>();
            for (int bits = 0; bits < 1 << template.features().size(); bits++) {
                Set<String> wished = new LinkedHashSet<>();
                for (int i = 0; i < template.features().size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        wished.add(template.featureIds().get(i));
                    }
                }
                addIfPossible(all, seen, template, transport, wished);
            }
        }
        return all;
    }

    private static void addIfPossible(
            List<Selection> all, Set<Set<String>> seen, Template template, String transport, Set<String> wished) {
        try {
            Selection selection = Bots.over(template, transport, wished);
            if (seen.add(selection.features())) {
                all.add(selection);
            }
        } catch (InputException e) {
            // What cannot be together is no variant.
        }
    }

    /** Those to which nothing can be added. */
    static List<Selection> maximal(Template template) {
        List<Selection> all = all(template);
        return all.stream()
                .filter(some -> all.stream().noneMatch(more -> isMore(more, some)))
                .toList();
    }

    private static boolean isMore(Selection more, Selection some) {
        return more.choices().get(Template.TRANSPORT).equals(some.choices().get(Template.TRANSPORT))
                && more.taken().size() > some.taken().size()
                && more.taken().containsAll(some.taken());
    }
}
