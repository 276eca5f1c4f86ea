package dev.transportadvisor.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change each, with the whole text before and behind it; {@code ~} breaks a line. */
class DocumentEditorTest {

    private static final String NO_EDITS = "no edits";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // the new item looks like the last one, and comments stay where they are
                "s:~  b:~    - a # why~    # more~c: 1   | s:~  b:~    - a # why~    - x:y~    # more~c: 1",
                "s:~  b:~  - 'a'~                        | s:~  b:~  - 'a'~  - 'x:y'~",
                "s:~  b:~    -   \"a\"                   | s:~  b:~    -   \"a\"~    -   \"x:y\"",
                "s: {b: [a, c]} # why                    | s: {b: [a, c, x:y]} # why",
                "s: {b: [a,c]}                           | s: {b: [a,c,x:y]}",
                "s:~  b: [~    a, # why~    c # too~  ]  | s:~  b: [~    a, # why~    c, # too~    x:y~  ]",
                "s:~  b: [~    a,~    c, # too~  ]       | s:~  b: [~    a,~    c, # too~    x:y,~  ]",
                "{\"s\":{\"b\":[\"a\"]}}                 | {\"s\":{\"b\":[\"a\",\"x:y\"]}}",
                "{\"s\": {~  \"b\": [~    \"a\"~  ]~}}   | {\"s\": {~  \"b\": [~    \"a\",~    \"x:y\"~  ]~}}",
                // a list that is empty, or that is not there yet
                "s:~  b: [] # why~                       | s:~  b: [x:y] # why~",
                "s:~  b: # why~c: 1                      | s:~  b: # why~    - x:y~c: 1",
                "s:~  b: ~                               | s:~  b: ~    - x:y~",
                "s:~   c: 1 # why~d: 2                   | s:~   c: 1 # why~   b:~      - x:y~d: 2",
                "s:~  c:~  - 1~                          | s:~  c:~  - 1~  b:~  - x:y~",
                "a: 1~~# end~                            | a: 1~s:~  b:~    - x:y~~# end~",
                "s: {c: 1}                               | s: {c: 1, b: [x:y]}",
                "{\"a\":1}                               | {\"a\":1,\"s\":{\"b\":[\"x:y\"]}}",
                "{~\t\"a\": 1~}~                         | {~\t\"a\": 1,~\t\"s\": {~\t\t\"b\": [~\t\t\t\"x:y\"~"
                        + "\t\t]~\t}~}~",
                "{~  \"a\": [\"x\"],~  \"s\": {}~}       | {~  \"a\": [\"x\"],~  \"s\": {~    \"b\": [\"x:y\"]~  }~}",
                // there is nothing to do
                "s: {b: [a, x:y]}                        | s: {b: [a, x:y]}",
                // a change here would be one elsewhere, or is none that can be told
                "s: &s {b: [a]}~t: *s                    | no edits",
                "s: {b: &b [a]}~t: *b                    | no edits",
                "s: {b: [a], c: &c 1}~t: *c              | s: {b: [a, x:y], c: &c 1}~t: *c",
                "t: {c: &c 1, d: *c}~s: {b: [a]}         | t: {c: &c 1, d: *c}~s: {b: [a, x:y]}",
                "t: &c 1~s:~  b: [a]~  c: *c             | no edits",
                "t: &c 1~u:~  c: *c~# why                | no edits",
                "t: &b [a]~s: {b: *b}                    | no edits",
                "s: {b: [a]}~s: {b: [c]}                 | no edits",
                "s: {b: a}                               | no edits",
                "s: [a]                                  | no edits",
            })
    void adds(String before, String after) {
        assertEdits(before, after, manifest -> editor(manifest).add(List.of("s", "b"), "x:y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "s:~  b: false # why         | s:~  b: true # why",
                "s:~  b:   'no'              | s:~  b:   true",
                "s:~  b: # why               | s:~  b: true # why",
                "s:~  c: >~    text~~d: 1    | s:~  c: >~    text~  b: true~~d: 1",
                "s: {~  c: 1, # why~}        | s: {~  c: 1, # why~  b: true,~}",
                "{\"s\": {\"b\": null}}      | {\"s\": {\"b\": true}}",
                "s: {b: on}                  | s: {b: true}",
                "s: {b: true}                | s: {b: true}",
                "s: {b: {c: 1}}              | no edits",
                "s:~  c: >+~    text~~~      | no edits",
                "s:~  b: >~    no~           | no edits",
                "a: &n no~s: {b: *n}         | no edits",
                "s: &n {b: no}~a: *n         | no edits",
            })
    void sets(String before, String after) {
        assertEdits(before, after, manifest -> editor(manifest).set(List.of("s", "b"), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "s:~  b: 1 # why   | s:~  bot: 1 # why",
                "s: {'b': 1}       | s: {'bot': 1}",
                "{\"s\":{\"b\":1}} | {\"s\":{\"bot\":1}}",
                "s: {? b : 1}      | s: {? bot : 1}",
                "s: {b: 1, bot: 2} | no edits",
                "t: &t 1~u: *t~s:~  b: 2  | t: &t 1~u: *t~s:~  bot: 2",
                "t: &t b~s:~  *t : 2      | no edits",
            })
    void renames(String before, String after) {
        assertEdits(before, after, manifest -> find(manifest, field(manifest, "/s/b"))
                        .flatMap(entry -> editor(manifest).rename(entry, "bot")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // an item goes with its line and the comment behind it
                "s:~  - a~  - b # why~  # c~  - c~ | s:~  - a~  # c~  - c~",
                "s:~- a~- b                        | s:~- a",
                "s:~  - a~  - b: 1~    c: 2~  - d  | s:~  - a~  - d",
                "s: [a, b, c]                      | s: [a, c]",
                "s: [a, b]                         | s: [a]",
                "s: [a, b, ]                       | s: [a, ]",
                "s: [~  a, # one~  b # two~]       | s: [~  a # one~]",
                "s: [~  a,~  b, # two~  c~]        | s: [~  a,~  c~]",
                "{\"s\":[~\t1,~\t2~]}              | {\"s\":[~\t1~]}",
                "s:~  - - a~    - b~  - &b c~t: *b | no edits",
                "s: [&n a, b, *n]                  | no edits",
                "s: [&n a, *n]                     | no edits",
                "s:~  - &n a~  - *n~  - b          | no edits",
                "s:~  - &n a~  - b~  - *n          | no edits",
                "s: [&n a, b]~t: *n                | s: [&n a]~t: *n",
                "s: [a, &n b]~t: *n                | no edits",
                "t: &n 1~u: {v: *n}~s: [a, b]      | t: &n 1~u: {v: *n}~s: [a]",
                "s:~  -~    a: 1~  -~    b: 2~     | no edits",
            })
    void removes(String before, String after) {
        assertEdits(before, after, manifest -> {
            Field second = field(manifest, "/s").children().get(1);
            return find(manifest, second).flatMap(editor(manifest)::remove);
        });
    }

    /** What is emptied goes with the entry that is moved out of it, but stays beside an alias. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "t: {to: {a: 1}}~s:~  x: 2                | t: {to: {a: 1, x: 2}}",
                "n: &n 1~t: {to: {a: 1}}~s:~  x: 2~c: *n  | no edits",
                "n: &n 1~t: {to: {a: 1}}~c: *n~s:~  x: 2  | no edits",
                "n: &n 1~c: *n~s:~  x: 2~t: {to: {a: 1}}  | no edits",
            })
    void movesTheLastEntryOfAMapping(String before, String after) {
        assertEdits(
                before,
                after,
                manifest -> find(manifest, field(manifest, "/s/x"))
                        .flatMap(entry -> editor(manifest).move(entry, List.of("t", "to"))));
    }

    /** The entry {@code x} is in the wrong place; it belongs into {@code to} in {@code t}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // what is missing is built around it, where it stands
                "a: 1~# why~x: 2 # too~b: 3            | a: 1~t:~  to:~    # why~    x: 2 # too~b: 3",
                "a: 1~x:~- 1~- 2                       | a: 1~t:~  to:~    x:~    - 1~    - 2",
                "{\"a\":1,\"x\":[2]}               | {\"a\":1,\"t\":{\"to\":{\"x\":[2]}}}",
                "{~  \"x\": [~    2~  ]~}            | {~  \"t\": {~    \"to\": {~      \"x\": [~        2~"
                        + "      ]~    }~  }~}",
                "t:~  x: 2                             | t:~  to:~    x: 2",
                "t: {x: 2}                             | t: {to: {x: 2}}",
                // it goes behind the last one there
                "t:~  to:~    a: 1~x: # why~  b: 2~c: 3 | t:~  to:~    a: 1~    x: # why~      b: 2~c: 3",
                "a: 1~# why~x: 2~t:~  to:~    a: 1~    # c~b: 3 | a: 1~t:~  to:~    a: 1~    # why~    x: 2~"
                        + "    # c~b: 3",
                "{\"x\": 2, \"t\": {\"to\": {}}} | {\"t\": {\"to\": {\"x\": 2}}}",
                "t: {to: {a: 1}}~x:~  - 'b'~  - c~     | t: {to: {a: 1, x: [b, c]}}~",
                "# all~x: 2~t:~  to:~                  | # all~t:~  to:~    x: 2~",
                "x: 2~t:~  to:~    a: 1~               | t:~  to:~    a: 1~    x: 2~",
                // there it is, or comments would be lost
                "t: {to: {x: 1}}~x: 2                  | no edits",
                "t: {to: {}}~x:~  - a # why            | no edits",
                "t: {to: [a]}~x: 2                     | no edits",
                "t: {to: {a: 1}}~x: &b 2~c: *b         | no edits",
            })
    void moves(String before, String after) {
        assertEdits(before, after, manifest -> {
            Field misplaced = manifest.document()
                    .child("x")
                    .or(() -> manifest.document().child("t").orElseThrow().child("x"))
                    .orElseThrow();
            return find(manifest, misplaced).flatMap(entry -> editor(manifest).move(entry, List.of("t", "to")));
        });
    }

    @Test
    void addsInQuotesToJsonThatIsCalledYaml() {
        SourceFile file = new SourceFile("manifest.yaml", "{\"a\": 1}");
        Manifest manifest = new Manifest(file, DocumentReader.read(file));

        List<TextEdit> edits =
                editor(manifest).add(List.of("s", "b"), "x").orElseThrow();

        assertEquals("{\"a\": 1, \"s\": {\"b\": [\"x\"]}}", manifest.edited(edits).file().text());
    }

    @Test
    void leavesAloneWhatHasNoKeyAndWhatIsEverything() {
        Manifest manifest = manifest("s: [a, b]");
        DocumentEditor editor = editor(manifest);
        NodePath item = find(manifest, field(manifest, "/s/*")).orElseThrow();

        assertEquals(Optional.empty(), editor.rename(item, "bot"));
        assertEquals(Optional.empty(), editor.move(item, List.of("t", "to")));
        assertEquals(Optional.empty(), find(manifest, manifest.document()).flatMap(editor::remove));
    }

    private interface Edit {
        Optional<List<TextEdit>> of(Manifest manifest);
    }

    /** However the lines of the text are broken. */
    private static void assertEdits(String before, String after, Edit edit) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            Manifest manifest = manifest(before.replace("~", lineBreak));
            String result = edit.of(manifest)
                    .map(edits -> manifest.edited(edits).file().text().replace(lineBreak, "~"))
                    .orElse(NO_EDITS);
            assertEquals(after, result, () -> "with " + lineBreak.length() + " characters at the end of a line");
        }
    }

    static DocumentEditor editor(Manifest manifest) {
        return new DocumentEditor(manifest.file(), manifest.root());
    }

    static Optional<NodePath> find(Manifest manifest, Field field) {
        return editor(manifest).find(field.pointer(), field.value());
    }

    private static Field field(Manifest manifest, String pointer) {
        return FieldPath.of(pointer).in(manifest.document()).get(0);
    }

    /** JSON when it begins like it. */
    private static Manifest manifest(String text) {
        SourceFile file = new SourceFile("manifest", text);
        return new Manifest(file, DocumentReader.read(file));
    }
}
