package dev.transportadvisor.build.knowledge;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What objects consist of, and which of them code should make in a method of their own. */
final class Blueprint {

    /** An object of more parts gets a method of its own, since the code of a method ends at 64 KB. */
    private static final int LARGE = 100;

    /** In an object with more parts, each that has parts itself gets one, too. */
    private static final int HUGE = 20 * LARGE;

    /** What is as small as a position in a text is simply made again where it is held once more. */
    private static final int SMALL = 8;

    /** A longer text counts as several parts. */
    private static final int LONG = 100;

    private final Map<Object, Recipe> recipes = new IdentityHashMap<>();
    private final Map<Object, Integer> parts = new IdentityHashMap<>();
    private final Map<Object, Integer> uses = new IdentityHashMap<>();

    Blueprint(List<?> roots) {
        roots.forEach(this::count);
    }

    private int count(Object object) {
        uses.merge(object, 1, Integer::sum);
        if (!parts.containsKey(object)) {
            Recipe recipe = Recipe.of(object);
            recipes.put(object, recipe);
            int length = object instanceof String text ? text.length() / LONG : 0;
            parts.put(object, 1 + length + recipe.ingredients().stream().mapToInt(this::count).sum());
        }
        return parts.get(object);
    }

    Recipe recipe(Object object) {
        return recipes.get(object);
    }

    /** Whether it is held several times and is worth being made once only. */
    boolean isShared(Object object) {
        return uses.get(object) > 1 && parts.get(object) > SMALL;
    }

    /** Whether a part is made in a method of its own, rather than where the whole is made. */
    boolean isApart(Object part, Object whole) {
        int most = parts.get(whole) > HUGE ? 1 : LARGE;
        boolean isMade = !recipe(part).ingredients().isEmpty();
        return isMade && (isShared(part) || parts.get(part) > most);
    }
}
