package dev.transportadvisor.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrebuiltClassesTest {

    private static final String BUILTIN = "dev.transportadvisor.cli.knowledge.Builtin";

    /** Something of each kind, and one part in three places. */
    record Sample(
            String text, int number, long size, boolean flag, Kind kind, BigDecimal decimal, Duration time,
            Optional<Part> some, Optional<Part> none, List<Object> list, Set<Integer> set, Map<String, Part> map,
            Pattern pattern) {}

    record Part(List<String> words) {}

    enum Kind {
        ONE,
        OTHER {}
    }

    static final class Source {

        private Source() {}

        static Sample sample() {
            Part part = new Part(List.of("a", "\"b\"\n"));
            Map<String, Part> map = new LinkedHashMap<>();
            map.put("z", part);
            map.put("a", new Part(List.of()));
            return new Sample(
                    "täxt",
                    -1,
                    1L << 40,
                    true,
                    Kind.OTHER,
                    new BigDecimal("0.10"),
                    Duration.ofMillis(1500),
                    Optional.of(part),
                    Optional.empty(),
                    List.of(part, 70_000, false, Kind.ONE),
                    new LinkedHashSet<>(List.of(3, 1, 2)),
                    map,
                    Pattern.compile("[a-z]+", Pattern.CASE_INSENSITIVE));
        }

        /** Far more than one method of a class can hold. */
        static List<Part> many() {
            return IntStream.range(0, 3_000)
                    .mapToObj(i -> new Part(List.of("part " + i)))
                    .toList();
        }
    }

    /** Its result is no collection that anybody could make from outside. */
    static final class Unmakeable {

        private Unmakeable() {}

        static Object thread() {
            return Thread.currentThread();
        }
    }

    @Test
    void everyKindOfObjectIsMadeAgain() throws Exception {
        Object sample = made(Source.class, "sample");
        assertEquals(described(Source.sample()), described(sample));
        assertEquals(Source.sample().toString(), sample.toString());
    }

    @Test
    void whatStandsInThreePlacesIsMadeOnce() throws Exception {
        String sample = described(made(Source.class, "sample"));
        assertEquals(2, StringUtils.countMatches(sample, "same as"), sample);
    }

    @Test
    void whatIsTooMuchForOneMethodIsSpread() throws Exception {
        assertEquals(Source.many().toString(), made(Source.class, "many").toString());
    }

    @Test
    void anObjectThatCannotBeMadeFailsTheBuild() {
        assertThrows(IllegalArgumentException.class, () -> PrebuiltClasses.of(Unmakeable.class));
    }

    /** The packaged program knows what the files say, to the last word. */
    @ParameterizedTest
    @MethodSource("builtin")
    void thePackagedProgramKnowsWhatItsFilesSay(String method) throws Exception {
        Class<?> builtin = Class.forName(BUILTIN);
        assertEquals(described(invoke(builtin, method)), described(made(builtin, method)));
    }

    static List<String> builtin() throws ClassNotFoundException {
        return Arrays.stream(Class.forName(BUILTIN).getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws Exception {
        Map<String, byte[]> once = PrebuiltClasses.of(Class.forName(BUILTIN));
        Map<String, byte[]> again = PrebuiltClasses.of(Class.forName(BUILTIN));
        assertEquals(once.keySet(), again.keySet());
        once.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    private static Object made(Class<?> source, String method) throws ReflectiveOperationException {
        return invoke(new RedefiningLoader(PrebuiltClasses.of(source)).loadClass(source.getName()), method);
    }

    private static Object invoke(Class<?> owner, String name) throws ReflectiveOperationException {
        Method method = owner.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(null);
    }

    /** All that an object holds, with a number for each that holds something itself. */
    private static String described(Object object) {
        StringBuilder text = new StringBuilder();
        describe(object, new IdentityHashMap<>(), text);
        return text.toString();
    }

    private static void describe(Object object, Map<Object, Integer> known, StringBuilder text) {
        Recipe recipe = Recipe.of(object);
        if (recipe instanceof Recipe.Constant constant) {
            text.append(constant.value());
        } else if (recipe.ingredients().isEmpty()) {
            text.append("empty");
        } else if (known.containsKey(object)) {
            text.append("same as ").append(known.get(object));
        } else {
            known.put(object, known.size());
            text.append(known.get(object)).append(recipe instanceof Recipe.Call call ? call.maker() : "").append('(');
            for (Object part : recipe.ingredients()) {
                describe(part, known, text);
                text.append(',');
            }
            text.append(")\n");
        }
    }
}
