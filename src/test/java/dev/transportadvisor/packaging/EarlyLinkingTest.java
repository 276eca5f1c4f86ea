package dev.transportadvisor.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class EarlyLinkingTest {

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
        SortedMap<String, byte[]> before = files(Sample.class, Sample.Inner.class, EarlyLinkingTest.class);
        SortedMap<String, byte[]> after = EarlyLinking.of(before);

        // Of two lambdas of one type in one class there is one class.
        assertEquals(
                10,
                after.keySet().stream()
                        .filter(path -> path.contains("Sample") && !before.containsKey(path))
                        .count());
        assertTrue(hasLambdas(before));
        assertFalse(hasLambdas(after));
        Class<?> sample = new RedefiningLoader(after).loadClass(Sample.class.getName());
        assertEquals(
                new Sample().get(), ((Supplier<?>) sample.getConstructor().newInstance()).get());
    }

    /** Java's iterator of ints asks whether what takes objects takes ints as well. */
    public static final class TwoConsumers implements Supplier<List<Integer>> {

        @Override
        public List<Integer> get() {
            List<Integer> taken = new ArrayList<>();
            IntStream.range(0, 2).forEach(number -> taken.add(number));
            Consumer<Integer> objects = taken::add;
            IntStream.range(0, 2).iterator().forEachRemaining(objects);
            return taken;
        }
    }

    @Test
    void aLambdaIsOfNoOtherTypeThanItsOwn() throws Exception {
        SortedMap<String, byte[]> linked = EarlyLinking.of(files(TwoConsumers.class, EarlyLinkingTest.class));
        Class<?> consumers = new RedefiningLoader(linked).loadClass(TwoConsumers.class.getName());
        assertEquals(
                List.of(0, 1, 0, 1),
                ((Supplier<?>) consumers.getConstructor().newInstance()).get());
    }

    @Test
    void theSameClassesGiveTheSameBytes() throws IOException {
        Map<String, byte[]> files = files(Sample.class, Sample.Inner.class, EarlyLinkingTest.class);
        Map<String, byte[]> once = EarlyLinking.of(files);
        Map<String, byte[]> again = EarlyLinking.of(files);
        assertEquals(once.keySet(), again.keySet());
        once.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    /** Components of every type. */
    public record Mixed(
            boolean flag, char letter, byte small, short number, int count, long size, float part, double share,
            String text, int[] list) {}

    private static final int[] LIST = {1};

    /** With one component of each after the other changed; what two records differ in must not depend on the others. */
    private static final List<List<Object>> COMPONENTS = variants(
            List.of(true, 'a', (byte) 1, (short) 2, 3, 4L, 0.0f, 0.0, "text", LIST),
            List.of(false, 'b', (byte) 2, (short) 3, 4, 5L, -0.0f, Double.NaN, "", new int[] {1}));

    @Test
    void recordsAreEqualAndHashAsBefore() throws Exception {
        Class<?> mixed = new RedefiningLoader(EarlyLinking.of(files(Mixed.class))).loadClass(Mixed.class.getName());
        Constructor<?> packed = mixed.getDeclaredConstructors()[0];
        Constructor<?> plain = Mixed.class.getDeclaredConstructors()[0];
        for (List<Object> one : COMPONENTS) {
            Object record = packed.newInstance(one.toArray());
            assertEquals(plain.newInstance(one.toArray()).hashCode(), record.hashCode(), one.toString());
            for (List<Object> other : COMPONENTS) {
                boolean expected = plain.newInstance(one.toArray()).equals(plain.newInstance(other.toArray()));
                assertEquals(expected, record.equals(packed.newInstance(other.toArray())), one + " and " + other);
            }
            assertFalse(record.equals("text"));
            assertFalse(record.equals(null));
        }
        assertEquals(11, COMPONENTS.size());
    }

    @Test
    void recordsAreLinkedBeforehand() throws IOException {
        byte[] file = EarlyLinking.of(files(Mixed.class)).values().iterator().next();
        List<String> linked = new ArrayList<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                return new MethodVisitor(api) {
                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String called, String type, Handle bootstrap, Object... arguments) {
                                        linked.add(called);
                                    }
                                };
                            }
                        },
                        0);
        assertEquals(List.of("toString"), linked);
    }

    private static List<List<Object>> variants(List<Object> plain, List<Object> changed) {
        List<List<Object>> variants = new ArrayList<>(List.of(plain));
        for (int i = 0; i < plain.size(); i++) {
            List<Object> variant = new ArrayList<>(plain);
            variant.set(i, changed.get(i));
            variants.add(variant);
        }
        return variants;
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
}
