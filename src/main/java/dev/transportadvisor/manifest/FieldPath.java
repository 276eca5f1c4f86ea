package dev.transportadvisor.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names values in a manifest: keys from a value down, and {@code *} for every key of a mapping or item of a list.
 *
 * @param isAbsolute whether it starts at the document, not at a value in it
 * @param steps keys, and {@code *}
 */
public record FieldPath(boolean isAbsolute, List<String> steps) {

    /** Stands for every key of a mapping or item of a list. */
    public static final String ANY = "*";

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** @param text such as {@code /features/slash_commands/*}, or without the first slash {@code url} */
    public static FieldPath of(String text) {
        boolean isAbsolute = text.startsWith("/");
        String path = isAbsolute ? text.substring(1) : text;
        return new FieldPath(isAbsolute, path.isEmpty() ? List.of() : List.of(path.split("/")));
    }

    /**
     * Every value that the path names from a value down, in the order of the text. A placeholder on the way stands for
     * all that would be behind it, and a merge for each key that its mapping lacks.
     */
    public List<Field> in(Field start) {
        List<Field> found = new ArrayList<>();
        collect(start, 0, found);
        return found;
    }

    private void collect(Field field, int taken, List<Field> found) {
        if (taken == steps.size() || field.isPlaceholder()) {
            found.add(field);
            return;
        }
        String step = steps.get(taken);
        if (step.equals(ANY)) {
            for (Field child : field.children()) {
                collect(child, taken + 1, found);
            }
        } else {
            field.child(step)
                    .or(() -> field.child(Field.MERGE))
                    .ifPresent(child -> collect(child, taken + 1, found));
        }
    }

    /** The value that the path names, or the nearest around the place where it is missing. */
    public Field nearest(Field start) {
        Field nearest = start;
        for (String step : steps) {
            Optional<Field> child = step.equals(ANY) ? nearest.children().stream().findFirst() : nearest.child(step);
            if (child.isEmpty()) {
                return nearest;
            }
            nearest = child.get();
        }
        return nearest;
    }

    /** The path to what is around. */
    public FieldPath parent() {
        return new FieldPath(isAbsolute, steps.subList(0, steps.size() - 1));
    }

    @Override
    public String toString() {
        return (isAbsolute ? "/" : "") + String.join("/", steps);
    }
}
