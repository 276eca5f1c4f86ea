package dev.transportadvisor.build.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public, since the classes that are made here have a loader of their own. */
public class KnowledgeSourceTest {

    /** Something of each kind, and one part in three places. */
    public record Sample(
            String text, int number, long size, boolean flag, Kind kind, BigDecimal decimal, Duration time,
            Optional<Part> some, Optional<Part> none, List<Object> list, Set<Integer> set, Map<String, Part> map,
            Pattern pattern) {}

    public record Part(List<String> words) {}

    public enum Kind {
        ONE,
        OTHER {}
    }

    public interface Knowledge {

        Sample sample();

        /** Far more than one method of a class can hold. */
        List<Part> many();
    }

    private record Known(Sample sample, List<Part> many) implements Knowledge {}

    private static final Part PART =
            new Part(List.of("a", "\"b\"\nc\\d\n", "\t\u00e4xt \ud83d\ude00\r", "more", "than", "a", "small", "part"));

    private static final Knowledge KNOWN = new Known(sample(), IntStream.range(0, 3_000)
            .mapToObj(i -> new Part(List.of("part " + i)))
            .toList());

    private static Sample sample() {
        Map<String, Part> map = new LinkedHashMap<>();
        map.put("z", PART);
        map.put("a", new Part(List.of()));
        return new Sample(
                "text",
                -1,
                1L << 40,
                true,
                Kind.OTHER,
                new BigDecimal("0.10"),
                Duration.ofMillis(1500),
                Optional.of(PART),
                Optional.empty(),
                List.of(PART, 70_000, false, Kind.ONE),
                new LinkedHashSet<>(List.of(3, 1, 2)),
                map,
                Pattern.compile("[a-z]+", Pattern.CASE_INSENSITIVE));
    }

    private static String source;
    private static Knowledge made;

    @BeforeAll
    static void make(@TempDir Path folder) throws Exception {
        SortedMap<String, String> sources = KnowledgeSource.of(Knowledge.class, KNOWN);
        source = sources.get(sources.firstKey());
        JavaSources.compile(sources, folder, Path.of("target/test-classes"), folder);
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, KnowledgeSourceTest.class.getClassLoader())) {
            made = (Knowledge) loader.loadClass(sources.firstKey()).getConstructor().newInstance();
        }
    }

    @Test
    void everyKindOfObjectIsMadeAgain() {
        assertEquals(KNOWN.sample().toString(), made.sample().toString());
    }

    @Test
    void whatStandsInThreePlacesIsMadeOnce() {
        Sample sample = made.sample();

        assertSame(sample.some().orElseThrow(), sample.list().get(0));
        assertSame(sample.some().orElseThrow(), sample.map().get("z"));
    }

    @Test
    void whatIsTooMuchForOneMethodIsSpread() {
        assertEquals(KNOWN.many(), made.many());
    }

    @Test
    void theSameKnowledgeGivesTheSameSource() throws Exception {
        assertEquals(KnowledgeSource.of(Knowledge.class, KNOWN), KnowledgeSource.of(Knowledge.class, KNOWN));
    }

    /** As a person would write it. */
    @Test
    void theSourceCanBeRead() {
        assertTrue(source.contains("        return new KnowledgeSourceTest.Part(List.<String>of(\"part 7\"));\n"));
    }

    public interface Unmakeable {
        Thread thread();
    }

    @Test
    void anObjectThatCannotBeMadeFailsTheBuild() {
        Unmakeable knowledge = Thread::currentThread;

        assertThrows(IllegalArgumentException.class, () -> KnowledgeSource.of(Unmakeable.class, knowledge));
    }

}
