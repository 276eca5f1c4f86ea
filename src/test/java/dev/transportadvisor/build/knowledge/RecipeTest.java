package dev.transportadvisor.build.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private static final List<String> WORDS = List.of("some", "words", "that", "are", "not", "sorted", "at", "all");
    private static final List<String> SORTED = WORDS.stream().sorted().toList();

    /** Java gives these in another order in each run; the jar must be the same. */
    @Test
    void whatHasNoOrderIsSorted() {
        assertEquals(SORTED, elements(Set.copyOf(WORDS)));
        assertEquals(SORTED, elements(new HashSet<>(WORDS)));
        Map<String, Integer> lengths = new LinkedHashMap<>();
        WORDS.forEach(word -> lengths.put(word, word.length()));
        List<Object> sorted = elements(new TreeMap<>(lengths));
        assertEquals(sorted, elements(Map.copyOf(lengths)));
        assertEquals(sorted, elements(new HashMap<>(lengths)));
    }

    @Test
    void whatHasAnOrderKeepsIt() {
        assertEquals(WORDS, elements(WORDS));
        assertEquals(WORDS, elements(new LinkedHashSet<>(WORDS)));
        Set<String> backwards = new TreeSet<>(Comparator.reverseOrder());
        backwards.addAll(WORDS);
        assertEquals(List.copyOf(backwards), elements(backwards));
        Map<TimeUnit, String> units = new EnumMap<>(Map.of(TimeUnit.SECONDS, "s", TimeUnit.DAYS, "d"));
        assertEquals(List.of(TimeUnit.SECONDS, "s", TimeUnit.DAYS, "d"), elements(units));
    }

    /** A view that nobody can change has the order of what it is a view of. */
    @Test
    void anUnmodifiableViewIsSeenThrough() {
        assertEquals(SORTED, elements(Collections.unmodifiableSet(new HashSet<>(WORDS))));
        assertEquals(WORDS, elements(Collections.unmodifiableSet(new LinkedHashSet<>(WORDS))));
        Map<String, List<String>> inner = new LinkedHashMap<>();
        WORDS.forEach(word -> inner.put(word, List.of(word)));
        assertEquals(elements(inner), elements(Collections.unmodifiableMap(inner)));
        assertEquals(elements(new TreeMap<>(inner)), elements(Collections.unmodifiableMap(new HashMap<>(inner))));
        assertEquals(
                elements(inner), elements(Collections.unmodifiableMap(Collections.unmodifiableMap(inner))));
    }

    @Test
    void whoseOrderNobodyKnowsIsRefused() {
        Map<String, Integer> lengths = new ConcurrentHashMap<>();
        WORDS.forEach(word -> lengths.put(word, word.length()));

        assertThrows(IllegalArgumentException.class, () -> Recipe.of(lengths));
        assertThrows(IllegalArgumentException.class, () -> Recipe.of(lengths.keySet()));
    }

    private record Hidden(String text) {}

    record Derived(String text) {
        Derived {
            text = text.strip();
        }
    }

    /** No code but its own could make it. */
    @Test
    void whatOnlyItsOwnClassCanMakeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Recipe.of(new Hidden("")));
        assertEquals(List.of("text"), Recipe.of(new Derived(" text ")).ingredients());
    }

    private static List<Object> elements(Object collection) {
        return List.copyOf((Collection<?>) Recipe.of(collection).ingredients());
    }
}
