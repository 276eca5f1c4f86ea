package dev.transportadvisor.build.knowledge;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Java source that gives the same objects as an implementation of an interface does, without reading or checking
 * anything: one constructor call in the other.
 */
final class KnowledgeSource {

    /** Java's own unmodifiable maps have no order. */
    private static final String ORDERED =
            """
                @SafeVarargs
                private static <K, V> Map<K, V> ordered(Map.Entry<K, V>... entries) {
                    Map<K, V> map = new %s<>();
                    for (Map.Entry<K, V> entry : entries) {
                        map.put(entry.getKey(), entry.getValue());
                    }
                    return %s.unmodifiableMap(map);
                }
            """;

    private static final String SHARED =
            """
            if (%1$s == null) {
                %1$s = %2$s;
            }
            return %1$s;""";

    private record MakingMethod(GeneratedClass owner, String name) {

        String callFrom(GeneratedClass place) {
            return (place == owner ? "" : owner.packageName() + "." + GeneratedClass.NAME + ".") + name + "()";
        }
    }

    private final SortedMap<String, GeneratedClass> classes = new TreeMap<>();

    /** The methods of objects that have one. */
    private final Map<Object, MakingMethod> methods = new IdentityHashMap<>();

    private final Blueprint blueprint;

    private KnowledgeSource(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /**
     * A class that implements the interface, and one for each package whose objects nobody else can make.
     *
     * @param type an interface whose methods take nothing
     * @param knowledge gives the objects
     * @return sources by the name of the class
     */
    static <T> SortedMap<String, String> of(Class<T> type, T knowledge) throws ReflectiveOperationException {
        Map<Method, Object> results = new LinkedHashMap<>();
        for (Method method : methods(type)) {
            results.put(method, method.invoke(knowledge));
        }
        KnowledgeSource source = new KnowledgeSource(new Blueprint(List.copyOf(results.values())));
        GeneratedClass implementation = source.in(type.getPackageName());
        results.forEach((method, result) -> source.implement(method, result, implementation));
        SortedMap<String, String> sources = new TreeMap<>();
        source.classes.forEach((name, each) -> sources.put(
                name + "." + GeneratedClass.NAME,
                each.source(each == implementation ? " implements " + implementation.name(type) : "")));
        return sources;
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private GeneratedClass in(String packageName) {
        return classes.computeIfAbsent(packageName, GeneratedClass::new);
    }

    private void implement(Method method, Object result, GeneratedClass implementation) {
        Type type = method.getGenericReturnType();
        String body = "return " + expression(result, result, type, implementation) + ";";
        implementation.add("    @Override\n" + method("public", type, method.getName(), body, implementation));
    }

    /**
     * Code that gives an object.
     *
     * @param whole what holds it
     * @param expected what its place is declared to hold
     * @param place the class that the code is for
     */
    private String expression(Object object, Object whole, Type expected, GeneratedClass place) {
        if (blueprint.isApart(object, whole) || !isUsable(object, place.packageName())) {
            return methods.containsKey(object)
                    ? methods.get(object).callFrom(place)
                    : newMethod(object, expected, place).callFrom(place);
        }
        return creation(object, expected, place);
    }

    /** Adds a method that makes an object to the class of a package that can; what is of Java itself any can make. */
    private MakingMethod newMethod(Object object, Type expected, GeneratedClass place) {
        Class<?> type = type(object);
        boolean isOfJava = type.getPackageName().startsWith("java.");
        GeneratedClass owner = isOfJava ? place : in(type.getPackageName());
        MakingMethod method = new MakingMethod(owner, owner.newName(type));
        methods.put(object, method);
        Type result = isOfJava ? expected : type;
        String creation = creation(object, expected, owner);
        if (blueprint.isShared(object)) {
            owner.add("    private static %s %s;\n".formatted(owner.name(result), method.name()));
            String body = SHARED.formatted(method.name(), creation);
            owner.add(method("public static synchronized", result, method.name(), body, owner));
        } else {
            owner.add(method("public static", result, method.name(), "return " + creation + ";", owner));
        }
        return method;
    }

    private static String method(String modifiers, Type result, String name, String body, GeneratedClass owner) {
        return "    " + modifiers + " " + owner.name(result) + " " + name + "() {\n"
                + JavaText.indented(body) + "\n    }\n";
    }

    private String creation(Object object, Type expected, GeneratedClass place) {
        Recipe recipe = blueprint.recipe(object);
        if (recipe instanceof Recipe.Elements elements) {
            return collection(object, elements, expected, place);
        } else if (recipe instanceof Recipe.Call call) {
            return call(object, call, expected, place);
        } else if (object instanceof Enum<?> constant) {
            return place.name(constant.getDeclaringClass()) + "." + constant.name();
        }
        return JavaText.literal(object);
    }

    private String call(Object object, Recipe.Call call, Type expected, GeneratedClass place) {
        Executable maker = call.maker();
        String owner = place.name(maker.getDeclaringClass());
        Type[] parameters = maker.getGenericParameterTypes();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Type parameter = parameters[i] instanceof Class || parameters[i] instanceof ParameterizedType
                    ? parameters[i]
                    : argument(expected, 0);
            arguments.add(expression(call.arguments().get(i), object, parameter, place));
        }
        boolean isGeneric = maker.getTypeParameters().length > 0;
        String name = (isGeneric ? place.arguments(expected) : "") + maker.getName();
        return JavaText.call(maker instanceof Constructor ? "new " + owner : owner + "." + name, arguments);
    }

    private String collection(Object object, Recipe.Elements elements, Type expected, GeneratedClass place) {
        List<String> parts = new ArrayList<>();
        int step = elements.type() == Map.class ? 2 : 1;
        for (int i = 0; i < elements.all().size(); i++) {
            parts.add(expression(elements.all().get(i), object, argument(expected, i % step), place));
        }
        // Without the types, javac would take minutes to find out what is nested in what.
        String types = place.arguments(expected);
        if (elements.type() == Map.class) {
            return map(parts, types, place);
        }
        String list = JavaText.call(place.name(List.class) + "." + types + "of", parts);
        return elements.type() == List.class
                ? list
                : place.name(Collections.class) + "." + types + "unmodifiableSet(new " + place.name(LinkedHashSet.class)
                        + types + "(" + list + "))";
    }

    private static String map(List<String> keysAndValues, String types, GeneratedClass place) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            entries.add(JavaText.call(place.name(Map.class) + "." + types + "entry", keysAndValues.subList(i, i + 2)));
        }
        place.add(ORDERED.formatted(place.name(LinkedHashMap.class), place.name(Collections.class)));
        return JavaText.call(GeneratedClass.NAME + "." + types + "ordered", entries);
    }

    private static Type argument(Type generic, int index) {
        return generic instanceof ParameterizedType type ? type.getActualTypeArguments()[index] : Object.class;
    }

    /** What code that makes the object gets. */
    private Class<?> type(Object object) {
        if (blueprint.recipe(object) instanceof Recipe.Elements elements) {
            return elements.type();
        }
        return object instanceof Enum<?> constant ? constant.getDeclaringClass() : object.getClass();
    }

    /** Whether code in a package can make the object, and name what its parts are declared as. */
    private boolean isUsable(Object object, String packageName) {
        if (type(object).getPackageName().equals(packageName)) {
            return true;
        }
        boolean isMakerUsable = !(blueprint.recipe(object) instanceof Recipe.Call call)
                || Modifier.isPublic(call.maker().getModifiers())
                        && Arrays.stream(call.maker().getGenericParameterTypes()).allMatch(KnowledgeSource::isVisible);
        return isMakerUsable && isVisible(type(object));
    }

    private static boolean isVisible(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).allMatch(KnowledgeSource::isVisible);
        }
        return !(type instanceof Class<?> plain)
                || Modifier.isPublic(plain.getModifiers())
                        && (plain.getDeclaringClass() == null || isVisible(plain.getDeclaringClass()));
    }
}
