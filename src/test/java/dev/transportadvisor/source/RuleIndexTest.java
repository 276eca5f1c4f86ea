package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleIndexTest {

    private static final RuleIndex RULES = new RuleIndex(BuiltinRules.index(Path.of("rules")));

    static List<String> paths() {
        return BuiltinRules.open().paths();
    }

    @Test
    void holdsEveryFileOfTheRules() {
        assertEquals(paths(), RULES.paths());
        assertTrue(paths().contains("rules/transport.yaml"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void saysWhatTheSourceSays(String path) {
        SourceFile source = SourceReader.read(Path.of(path));
        SourceFile indexed = RULES.file(path).orElseThrow();

        assertAll(
                () -> assertEquals(source.path(), indexed.path()),
                () -> assertEquals(source.text(), indexed.text()),
                () -> assertEquals(Optional.of(DocumentReader.read(source)), indexed.root()),
                () -> assertSame(indexed.root().orElseThrow(), DocumentReader.read(indexed)),
                () -> assertEquals(source.position(60), indexed.position(60)));
    }

    /** Values that do not stand in the text as they are, and places behind characters of more than one unit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: >\n  folded\n  text\nb: |\n  literal\n",
                "'it''s': \"tab\\tand \\u00e9\"\n",
                "grüße: [\"\uD83D\uDE80\", rocket]\r\nnothing:\nempty: ''\n",
                "base: &base {n: 1.50, on: true}\ncopy: *base\nlist: []\n",
                "just text",
            })
    void keepsEveryValueAndPlace(String text) {
        SourceFile source = new SourceFile("rules/a.yaml", text);
        SourceFile indexed =
                new RuleIndex(RuleIndex.write(List.of(source))).file("rules/a.yaml").orElseThrow();
        assertEquals(text, indexed.text());
        assertEquals(Optional.of(DocumentReader.read(source)), indexed.root());
    }

    @Test
    void doesNotDependOnTheOrderOfTheFiles() {
        SourceFile one = new SourceFile("rules/one.yaml", "one: 1");
        SourceFile two = new SourceFile("rules/two.yaml", "two: 2");
        byte[] index = RuleIndex.write(List.of(one, two));
        assertEquals(List.of("rules/one.yaml", "rules/two.yaml"), new RuleIndex(index).paths());
        assertTrue(Arrays.equals(index, RuleIndex.write(List.of(two, one))));
        assertFalse(new RuleIndex(index).file("rules/three.yaml").isPresent());
    }

    @Test
    void refusesWhatIsNoIndexOfThisVersion() {
        byte[] next = RuleIndex.write(List.of());
        next[7]++;
        assertThrows(IllegalStateException.class, () -> new RuleIndex(next));
        assertThrows(IllegalStateException.class, () -> new RuleIndex(new byte[2]));
        assertThrows(IllegalStateException.class, () -> new RuleIndex(new byte[64]));
    }

    @Test
    void aRuleThatIsNotWellFormedIsNotIndexed() {
        SourceFile broken = new SourceFile("rules/broken.yaml", "a: [");
        assertThrows(InputException.class, () -> RuleIndex.write(List.of(broken)));
    }

    @Test
    void withoutAnIndexTheSourcesAreRead() {
        BuiltinRules rules = BuiltinRules.open();
        assertEquals(Optional.empty(), rules.read("rules/transport.yaml").root());
        assertThrows(IllegalArgumentException.class, () -> rules.read("rules/no-such.yaml"));
    }
}
