package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextIndexTest {

    @TempDir
    static Path folder;

    private static TextIndex rules;

    @BeforeAll
    static void pack() throws IOException {
        BuiltinFiles.pack(Path.of("rules"), folder);
        rules = new TextIndex(Files.readAllBytes(folder.resolve("rules.index")));
    }

    static List<String> paths() {
        return BuiltinFiles.rules().paths();
    }

    @Test
    void holdsEveryFileOfTheRules() {
        assertEquals(paths(), rules.paths());
        assertTrue(paths().contains("rules/transport.yaml"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void saysWhatTheSourceSays(String path) {
        SourceFile source = SourceReader.read(Path.of(path));
        SourceFile indexed = rules.file(path).orElseThrow();

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
                new TextIndex(TextIndex.write(List.of(source), file -> true)).file("rules/a.yaml").orElseThrow();
        assertEquals(text, indexed.text());
        assertEquals(Optional.of(DocumentReader.read(source)), indexed.root());
    }

    @Test
    void doesNotDependOnTheOrderOfTheFiles() {
        SourceFile one = new SourceFile("rules/one.yaml", "one: 1");
        SourceFile two = new SourceFile("rules/two.yaml", "two: 2");
        byte[] index = TextIndex.write(List.of(one, two), file -> false);
        assertEquals(List.of("rules/one.yaml", "rules/two.yaml"), new TextIndex(index).paths());
        assertTrue(Arrays.equals(index, TextIndex.write(List.of(two, one), file -> false)));
        assertFalse(new TextIndex(index).file("rules/three.yaml").isPresent());
    }

    @Test
    void refusesWhatIsNoIndexOfThisVersion() {
        byte[] next = TextIndex.write(List.of(), file -> true);
        next[7]++;
        assertThrows(IllegalStateException.class, () -> new TextIndex(next));
        assertThrows(IllegalStateException.class, () -> new TextIndex(new byte[2]));
        assertThrows(IllegalStateException.class, () -> new TextIndex(new byte[64]));
    }

    @Test
    void aRuleThatIsNotWellFormedIsNotIndexed() {
        SourceFile broken = new SourceFile("rules/broken.yaml", "a: [");
        assertThrows(InputException.class, () -> TextIndex.write(List.of(broken), file -> true));
    }

    @Test
    void withoutAnIndexTheSourcesAreRead() {
        BuiltinFiles sources = BuiltinFiles.rules();
        assertEquals(Optional.empty(), sources.read("rules/transport.yaml").root());
        assertThrows(IllegalArgumentException.class, () -> sources.read("rules/no-such.yaml"));
    }

    @Test
    void templatesAreKeptAsTexts() throws IOException {
        BuiltinFiles templates = BuiltinFiles.templates();
        BuiltinFiles.pack(Path.of("src/main/resources/templates"), folder);
        TextIndex packed = new TextIndex(Files.readAllBytes(folder.resolve("templates.index")));
        for (String path : templates.paths()) {
            assertEquals(templates.read(path).text(), packed.file(path).orElseThrow().text(), path);
        }
        assertTrue(packed.file("templates/bolt-java/template.yaml").orElseThrow().root().isPresent());
        assertTrue(packed.file("templates/bolt-java/project/manifest.yaml").orElseThrow().root().isEmpty());
    }
}
