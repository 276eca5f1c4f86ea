package dev.transportadvisor.build.knowledge;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The source of a class in one package, which makes what only this package can make. */
final class GeneratedClass {

    static final String NAME = "GeneratedKnowledge";

    private final String packageName;
    private final SortedMap<String, String> imports = new TreeMap<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    GeneratedClass(String packageName) {
        this.packageName = packageName;
    }

    String packageName() {
        return packageName;
    }

    /** A name for a method that makes an object of a type, such as {@code lintRule12}. */
    String newName(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT)
                + name.substring(1)
                + numbers.merge(name, 1, Integer::sum);
    }

    /** Adds a field or a method, once. */
    void add(String member) {
        members.add(member);
    }

    /** A type as this class calls it; it is imported if need be. */
    String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + arguments(type);
        }
        return type instanceof WildcardType wildcard ? name(wildcard.getUpperBounds()[0]) : name((Class<?>) type);
    }

    /** The type arguments of a generic type, such as {@code <String, Scope>}. */
    String arguments(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .map(this::name)
                        .collect(Collectors.joining(", ", "<", ">"))
                : "";
    }

    private String name(Class<?> type) {
        if (type.isMemberClass()) {
            return name(type.getDeclaringClass()) + "." + type.getSimpleName();
        }
        boolean isInScope = type.getPackageName().equals(packageName) || type.getPackageName().equals("java.lang");
        if (!isInScope) {
            imports.putIfAbsent(type.getSimpleName(), type.getName());
        }
        return imports.getOrDefault(type.getSimpleName(), type.getName()).equals(type.getName())
                ? type.getSimpleName()
                : type.getName();
    }

    /** @param declaration what stands between the name of the class and its body */
    String source(String declaration) {
        return """
                package %s;

                %s
                /** Made by the build: see {@code src/build}. */
                public final class %s%s {

                %s
                }
                """
                .formatted(packageName, importLines(), NAME, declaration, String.join("\n", members).stripTrailing());
    }

    private String importLines() {
        return imports.values().stream().sorted().map(type -> "import " + type + ";\n").collect(Collectors.joining());
    }
}
