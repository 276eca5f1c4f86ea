package dev.transportadvisor.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LambdaClassesTest {

    /** One of each kind of lambda. */
    public static final class Sample implements Supplier<List<String>> {

        private final String greeting = "hello";
        private int calls;

        @Override
        public List<String> get() {
            List<String> said = new ArrayList<>();
            long offset = 40;
            int small = 2;
            Function<String, Integer> length = String::length;
            ToLongFunction<Integer> widened = Integer::intValue;
            BiFunction<Integer, Integer, Integer> boxed = Math::max;
            IntUnaryOperator primitive = x -> x + small;
            IntSupplier bound = greeting::length;
            IntFunction<String[]> array = String[]::new;
            Supplier<List<Long>> constructor = ArrayList::new;
            Function<String, StringBuilder> withArgument = StringBuilder::new;
            Runnable privateMethod = this::count;
            Runnable dropsResult = () -> said.add("dropped");
            Function<Long, Function<Long, Long>> nested = a -> b -> a + b + offset;
            privateMethod.run();
            dropsResult.run();
            said.add(length.apply("four") + " " + widened.applyAsLong(7) + " " + boxed.apply(3, 9));
            said.add(primitive.applyAsInt(40) + " " + bound.getAsInt() + " " + array.apply(3).length);
            said.add(constructor.get() + " " + withArgument.apply("built") + " " + calls);
            said.add(String.valueOf(nested.apply(1L).apply(1L)));
            said.add(Stream.of("b", "a").sorted(String::compareTo).collect(Collectors.joining()));
            said.add(IntStream.of(1, 2).mapToObj(Inner::new).map(Inner::shout).toList().toString());
            return said;
        }

        private void count() {
            calls++;
        }

        private record Inner(int number) {

            private String shout() {
                Supplier<String> shouted = () -> number + "!";
                return shouted.get();
            }
        }
    }

    @Test
    void everyKindOfLambdaDoesTheSameAsAClass() throws Exception {
        SortedMap<String, byte[]> before = files(Sample.class, Sample.Inner.class, LambdaClassesTest.class);
        SortedMap<String, byte[]> after = LambdaClasses.of(before);

        assertTrue(after.size() > before.size() + 12);
        assertTrue(hasLambdas(before));
        assertFalse(hasLambdas(after));
        Class<?> sample = new Loader(after).loadClass(Sample.class.getName());
        assertEquals(
                new Sample().get(), ((Supplier<?>) sample.getConstructor().newInstance()).get());
    }

    @Test
    void theSameClassesGiveTheSameBytes() throws IOException {
        Map<String, byte[]> files = files(Sample.class, Sample.Inner.class, LambdaClassesTest.class);
        Map<String, byte[]> once = LambdaClasses.of(files);
        Map<String, byte[]> again = LambdaClasses.of(files);
        assertEquals(once.keySet(), again.keySet());
        once.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    private static boolean hasLambdas(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().contains("$Sample"))
                .anyMatch(file -> new String(file.getValue(), StandardCharsets.ISO_8859_1).contains("metafactory"));
    }

    private static SortedMap<String, byte[]> files(Class<?>... classes) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Class<?> each : Arrays.asList(classes)) {
            String path = each.getName().replace('.', '/') + ".class";
            try (var in = each.getResourceAsStream("/" + path)) {
                files.put(path, in.readAllBytes());
            }
        }
        return files;
    }

    /** Defines the given classes anew, and leaves all others to the loader of this test. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(LambdaClassesTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            Class<?> known = findLoadedClass(name);
            if (known == null && file != null) {
                known = defineClass(name, file, 0, file.length);
            }
            return known == null ? super.loadClass(name, resolve) : known;
        }
    }
}
