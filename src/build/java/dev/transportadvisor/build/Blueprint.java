package dev.transportadvisor.build;

import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.Map;

/** How an object is made with all that it holds. */
final class Blueprint {

    private final Map<Object, Recipe> recipes = new IdentityHashMap<>();
    private final Map<Object, Integer> parts = new IdentityHashMap<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();

    Blueprint(Object root) {
        count(root);
    }

    private int count(Object object) {
        if (parts.containsKey(object)) {
            if (!recipes.get(object).ingredients().isEmpty()) {
                places.putIfAbsent(object, places.size());
            }
            return 1;
        }
        Recipe recipe = Recipe.of(object);
        recipes.put(object, recipe);
        int count = 1 + recipe.ingredients().stream().mapToInt(this::count).sum();
        parts.put(object, count);
        return count;
    }

    Recipe recipe(Object object) {
        return recipes.get(object);
    }

    /** How many objects one consists of, itself included; what it holds several times counts in full once. */
    int parts(Object object) {
        return parts.get(object);
    }

    /** How many objects are held several times. */
    int shared() {
        return places.size();
    }

    /** Whether it is held several times, and made of others. */
    boolean isShared(Object object) {
        return places.containsKey(object);
    }

    /** The number of an object that is shared, from 0. */
    int place(Object shared) {
        return places.get(shared);
    }

    /** What code that makes the object gets. */
    Class<?> type(Object object) {
        if (recipe(object) instanceof Recipe.Elements elements) {
            return elements.type();
        }
        return object instanceof Enum<?> constant ? constant.getDeclaringClass() : object.getClass();
    }

    /** Whether code in a package can make the object. */
    boolean isUsable(Object object, String packageName) {
        Class<?> type = type(object);
        boolean isVisible = Modifier.isPublic(type.getModifiers());
        for (Class<?> outer = type.getDeclaringClass(); outer != null; outer = outer.getDeclaringClass()) {
            isVisible &= Modifier.isPublic(outer.getModifiers());
        }
        isVisible &= !(recipe(object) instanceof Recipe.Call call) || Modifier.isPublic(call.maker().getModifiers());
        return isVisible || type.getPackageName().equals(packageName);
    }
}
