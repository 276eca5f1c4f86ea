package dev.transportadvisor.edit;

import static dev.transportadvisor.edit.DocumentEditorTest.editor;
import static dev.transportadvisor.edit.DocumentEditorTest.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.testing.Corpus;
import dev.transportadvisor.testing.Slow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However a document is written: the intended change, and nothing else, in values, comments and text. */
@Slow
class DocumentEditorPropertyTest {

    private static final int DOCUMENTS = 2000;
    private static final Pattern COMMENT = Pattern.compile("# note \\d+\\.");
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");
    private static final Pattern LINE_START = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    private final Random random = new Random(20261124);
    private int refused;

    @Test
    void addsAnItemAndMakesWhatIsMissingAroundIt() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = RandomManifest.next(random);
            List<String> keys = someKeys(manifest, "added");
            Object expected = Model.of(manifest.root());
            Map<String, Object> map = Model.map(expected, keys.subList(0, keys.size() - 1));
            String last = keys.get(keys.size() - 1);
            if (map.getOrDefault(last, "nothing").equals("nothing")) {
                map.put(last, new ArrayList<>());
            }
            if (map.get(last) instanceof List<?> list) {
                Model.items(list).add("TEXT im:write");
                String after = changed(manifest, expected, editor(manifest).add(keys, "im:write"));
                assertOnlyAdds(manifest, after);
            }
        }
        assertEquals(0, refused);
    }

    @Test
    void setsAValueAndMakesWhatIsMissingAroundIt() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = RandomManifest.next(random);
            List<String> keys = someKeys(manifest, "set");
            Object expected = Model.of(manifest.root());
            Map<String, Object> map = Model.map(expected, keys.subList(0, keys.size() - 1));
            if (map.getOrDefault(keys.get(keys.size() - 1), "nothing") instanceof String) {
                map.put(keys.get(keys.size() - 1), "BOOLEAN true");
                String after = changed(manifest, expected, editor(manifest).set(keys, true));
                assertOnlyAdds(manifest, after);
            }
        }
        assertEquals(0, refused);
    }

    @Test
    void renamesAKeyAndReplacesAText() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = RandomManifest.next(random);
            Field field = pick(fields(manifest.document())
                    .filter(some -> !isInList(some))
                    .toList());
            Object expected = Model.of(manifest.root());
            Map<String, Object> around = Model.map(expected, above(field));
            Map<String, Object> old = new LinkedHashMap<>(around);
            around.clear();
            old.forEach((key, value) -> around.put(key.equals(key(field)) ? "renamed" : key, value));
            String after = changed(
                    manifest,
                    expected,
                    find(manifest, field).flatMap(entry -> editor(manifest).rename(entry, "renamed")));
            assertEquals(comments(manifest.file().text()), comments(after));
            assertEquals(1, changedLines(manifest.file().text(), after), after);
        }
        assertEquals(0, refused);
    }

    @Test
    void removesAnItemOrEntryWithNoMoreThanItsOwnComment() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = RandomManifest.next(random);
            Field field = pick(fields(manifest.document()).toList());
            Optional<List<TextEdit>> edits = find(manifest, field).flatMap(editor(manifest)::remove);
            edits.ifPresent(some -> {
                String after = manifest.edited(some).file().text();
                List<String> kept = comments(after);
                assertTrue(comments(manifest.file().text()).containsAll(kept));
                assertTrue(isSubsequence(after, manifest.file().text()), after);
            });
            refused += edits.isPresent() ? 0 : 1;
        }
        assertTrue(refused < DOCUMENTS / 4, refused + " refused");
    }

    @Test
    void movesAnEntryWithItsCommentsIntoAnotherMapping() {
        int moved = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = RandomManifest.next(random);
            Field field = pick(fields(manifest.document())
                    .filter(some -> some.key().isPresent())
                    .toList());
            List<String> into = someKeys(manifest, "to");
            Optional<List<TextEdit>> edits =
                    find(manifest, field).flatMap(entry -> editor(manifest).move(entry, into));
            moved += edits.isPresent() ? 1 : 0;
            edits.ifPresent(some -> assertMoved(manifest, field, into, manifest.edited(some)));
        }
        assertTrue(moved > DOCUMENTS / 2, moved + " moved");
    }

    @Test
    void changesNothingButWhatIsMeantAroundAnAlias() {
        int made = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = withAlias(RandomManifest.next(random));
            List<Field> fields = fields(manifest.document()).toList();
            DocumentEditor editor = editor(manifest);
            List<Optional<List<TextEdit>>> additions = List.of(
                    editor.add(someKeys(manifest, "added"), "im:write"),
                    editor.set(someKeys(manifest, "set"), true),
                    find(manifest, pick(fields)).flatMap(entry -> editor.rename(entry, "renamed")));
            for (Optional<List<TextEdit>> edits : additions) {
                made += edits.isPresent() && manifest.file().text().contains("*n ") ? 1 : 0;
                edits.ifPresent(some ->
                        assertOnlyAdds(manifest, manifest.edited(some).file().text()));
            }
            find(manifest, pick(fields))
                    .flatMap(editor::remove)
                    .ifPresent(some -> assertTrue(
                            isSubsequence(manifest.edited(some).file().text(), manifest.file().text())));
            find(manifest, pick(fields))
                    .flatMap(entry -> editor.move(entry, someKeys(manifest, "to")))
                    .ifPresent(some -> assertEquals(
                            sorted(comments(manifest.file().text())),
                            sorted(comments(manifest.edited(some).file().text()))));
        }
        assertTrue(made > DOCUMENTS / 10, made + " made");
    }

    /** With an alias in the place of some value, for one in front of it; JSON stays as it is. */
    private Manifest withAlias(Manifest manifest) {
        List<Field> fields = fields(manifest.document()).toList();
        Field named = pick(fields);
        Field alias = pick(fields);
        boolean isInFront = Extent.of(named.value()).end() < Extent.of(alias.value()).start();
        if (!isInFront || DocumentReader.isJson(manifest.file())) {
            return manifest;
        }
        // The anchor of a block stands behind its key.
        int anchor = named.key()
                .map(key -> manifest.file().text().indexOf(':', key.span().end().offset()) + 1)
                .orElse(Extent.of(named.value()).start());
        return manifest.edited(List.of(
                new TextEdit(manifest.file().span(anchor, anchor), " &n "),
                new TextEdit(alias.value().span(), " *n ")));
    }

    @Test
    void changesRealManifests() {
        for (SourceFile file : Corpus.manifests()) {
            Manifest manifest = new Manifest(file, DocumentReader.read(file));
            List<String> scopes = List.of("oauth_config", "scopes", "bot");
            Object expected = Model.of(manifest.root());
            Map<String, Object> around = Model.map(expected, scopes.subList(0, 2));
            Model.items(around.computeIfAbsent("bot", key -> new ArrayList<>())).add("TEXT im:write.new");
            assertOnlyAdds(
                    manifest,
                    changed(manifest, expected, editor(manifest).add(scopes, "im:write.new")));
            Model.map(expected, List.of("settings")).put("set", "BOOLEAN true");
            Manifest once = manifest.edited(
                    editor(manifest).add(scopes, "im:write.new").orElseThrow());
            Optional<List<TextEdit>> edits = editor(once).set(List.of("settings", "set"), true);
            assertOnlyAdds(once, changed(once, expected, edits));
        }
        assertEquals(0, refused);
    }

    private static void assertMoved(Manifest before, Field field, List<String> into, Manifest after) {
        String text = before.file().text() + "\n=>\n" + after.file().text();
        assertEquals(
                Model.of(field.value()),
                Model.map(Model.of(after.root()), into).get(key(field)),
                text);
        assertEquals(
                sorted(comments(before.file().text())),
                sorted(comments(after.file().text())),
                text);
        assertEquals(hasLastBreak(before.file().text()), hasLastBreak(after.file().text()), text);
        assertEquals(texts(before), texts(after), text);
    }

    /** All single values with their keys, wherever they stand. */
    private static List<String> texts(Manifest manifest) {
        return fields(manifest.document())
                .filter(field -> field.text().isPresent())
                .map(DocumentEditorPropertyTest::named)
                .sorted()
                .toList();
    }

    private static String named(Field field) {
        return field.key().map(key -> key.text() + ": ").orElse("- ") + field.text().orElseThrow();
    }

    private static boolean hasLastBreak(String text) {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    /** The text after a change that says just what is expected. */
    private String changed(Manifest manifest, Object expected, Optional<List<TextEdit>> edits) {
        if (edits.isEmpty()) {
            refused++;
            return manifest.file().text();
        }
        Manifest after = manifest.edited(edits.get());
        assertEquals(expected, Model.of(after.root()), () -> manifest.file().text() + "\n=>\n" + after.file().text());
        return after.file().text();
    }

    /** All old text is still there, in the same order, but for the value on one line; and the same comments. */
    private static void assertOnlyAdds(Manifest manifest, String after) {
        String before = manifest.file().text();
        assertEquals(comments(before), comments(after));
        assertTrue(
                isSubsequence(before, after) || changedLines(before, after) == 1,
                () -> before + "\n=>\n" + after);
        assertEquals(hasLastBreak(before), hasLastBreak(after), "the last line break");
        assertEquals(breaks(before), breaks(before.matches("(?s).*[\r\n].*") ? after : before));
    }

    /** How many lines differ; all, if there are more or fewer. */
    private static long changedLines(String before, String after) {
        String[] old = LINE_START.split(before);
        String[] lines = LINE_START.split(after);
        return old.length != lines.length
                ? old.length
                : IntStream.range(0, old.length)
                        .filter(i -> !old[i].equals(lines[i]))
                        .count();
    }

    private static boolean isSubsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            at += part.charAt(at) == whole.charAt(i) ? 1 : 0;
        }
        return at == part.length();
    }

    /** The kinds of line breaks in a text. */
    private static Set<String> breaks(String text) {
        return BREAK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> comments(String text) {
        return COMMENT.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** Keys of a mapping in the document, and one or two more. */
    private List<String> someKeys(Manifest manifest, String name) {
        List<List<String>> mappings = new ArrayList<>(List.of(List.of()));
        fields(manifest.document())
                .filter(field -> !isInList(field))
                .filter(field -> field.isNothing() || field.isEmpty() || !field.children().isEmpty())
                .forEach(field -> mappings.add(List.of(field.pointer().substring(1).split("/"))));
        List<String> keys = new ArrayList<>(pick(mappings));
        boolean isList = new FieldPath(true, keys).in(manifest.document()).get(0).value() instanceof SequenceNode;
        if (!isList && (keys.isEmpty() || random.nextInt(4) > 0)) {
            keys.add(random.nextInt(3) == 0 ? name + 1 : name);
        }
        return random.nextInt(3) == 0 && !isList ? Stream.concat(keys.stream(), Stream.of("more")).toList() : keys;
    }

    private static boolean isInList(Field field) {
        return field.pointer().matches(".*/[0-9]+(/.*)?");
    }

    private static List<String> above(Field field) {
        String above = field.pointer().substring(0, field.pointer().lastIndexOf('/'));
        return above.isEmpty() ? List.of() : List.of(above.substring(1).split("/"));
    }

    private static String key(Field field) {
        return field.key().orElseThrow().text();
    }

    private static Stream<Field> fields(Field field) {
        return field.children().stream().flatMap(child -> Stream.concat(Stream.of(child), fields(child)));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
