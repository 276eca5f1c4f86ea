package dev.transportadvisor.build.knowledge;

import dev.transportadvisor.source.SourceFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How an object is made again. */
sealed interface Recipe {

    /** What code can name: a text, a number, a truth value, or a constant of an enum. */
    record Constant(Object value) implements Recipe {}

    /** @param type {@code List}, {@code Set} or {@code Map}, whose elements are keys and values in turn */
    record Elements(Class<?> type, List<?> all) implements Recipe {}

    /** The result of a constructor or a static method. */
    record Call(Executable maker, List<?> arguments) implements Recipe {}

    /** The objects that have to be there before, in order. */
    default List<?> ingredients() {
        if (this instanceof Call call) {
            return call.arguments;
        }
        return this instanceof Elements elements ? elements.all : List.of();
    }

    /** @throws IllegalArgumentException for an object that can be made in no way that is known here */
    static Recipe of(Object object) {
        if (object instanceof String || object instanceof Integer || object instanceof Long
                || object instanceof Boolean || object instanceof Enum) {
            return new Constant(object);
        } else if (object instanceof List<?> list) {
            return new Elements(List.class, list);
        } else if (object instanceof Set<?> set) {
            return new Elements(Set.class, inOrder(set, set));
        } else if (object instanceof Map<?, ?> map) {
            List<Object> entries = new ArrayList<>();
            for (Object key : inOrder(map, map.keySet())) {
                entries.addAll(List.of(key, map.get(key)));
            }
            return new Elements(Map.class, entries);
        }
        try {
            return call(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(String.valueOf(object.getClass()), e);
        }
    }

    private static Call call(Object object) throws ReflectiveOperationException {
        if (object instanceof Optional<?> optional) {
            return optional.isEmpty()
                    ? new Call(Optional.class.getMethod("empty"), List.of())
                    : new Call(Optional.class.getMethod("of", Object.class), List.of(optional.get()));
        } else if (object instanceof Pattern pattern) {
            return new Call(
                    Pattern.class.getMethod("compile", String.class, int.class),
                    List.of(pattern.pattern(), pattern.flags()));
        } else if (object instanceof BigDecimal number) {
            return new Call(BigDecimal.class.getConstructor(String.class), List.of(number.toString()));
        } else if (object instanceof Duration duration) {
            return new Call(Duration.class.getMethod("ofNanos", long.class), List.of(duration.toNanos()));
        } else if (object instanceof SourceFile file) {
            return new Call(
                    SourceFile.class.getConstructor(String.class, String.class), List.of(file.path(), file.text()));
        }
        return fromFields(object);
    }

    /** For records, and for classes whose constructor just takes their fields; transient ones are made from others. */
    private static Call fromFields(Object object) throws IllegalAccessException {
        List<Field> fields = Arrays.stream(object.getClass().getDeclaredFields())
                .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
                .toList();
        Class<?>[] types = fields.stream().map(Field::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = Arrays.stream(object.getClass().getDeclaredConstructors())
                .filter(each -> Arrays.equals(each.getParameterTypes(), types)
                        && !Modifier.isPrivate(each.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        object.getClass()
                                + " has no constructor for its package that takes its fields and nothing else"));
        List<Object> values = new ArrayList<>();
        for (Field field : fields) {
            field.setAccessible(true);
            values.add(field.get(object));
        }
        return new Call(constructor, values);
    }

    private static List<?> inOrder(Object collection, Set<?> keys) {
        return switch (IterationOrder.of(collection)) {
            case CHOSEN -> List.copyOf(keys);
            case NONE -> keys.stream().sorted(Comparator.comparing(String::valueOf)).toList();
        };
    }
}
