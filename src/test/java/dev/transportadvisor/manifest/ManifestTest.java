package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

    /** {@code ~} breaks a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "display_information: {name: x}              | true",
                "a: 1~display_information :                  | true",
                "{\"display_information\": {\"name\": \"x\"}} | true",
                "{a: 1, display_information: {name: x}}      | true",
                "a: 1                                        | false",
                "my_display_information: 1                   | false",
                "a:~  display_information: 1                 | false",
                "{\"a\": {\"display_information\": 1}}       | false",
                "a: 1 # display_information: see the docs    | false",
                // what cannot be read was probably meant
                "{\"display_information\": {                 | true",
                "display_information: [                      | true",
                "{\"a\": [                                   | false",
            })
    void isTellableAmongOtherFiles(String text, boolean isManifest) {
        assertEquals(isManifest, Manifest.likelyIn(new SourceFile("file", text.replace('~', '\n'))).isPresent());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "{_metadata: {major_version: 2}},   V2",
        "{_metadata: {major_version: 1}},   V1",
        "{_metadata: {major_version: 3}},   V1",
        "{_metadata: {major_version: '\"2\"'}}, V1",
        "{_metadata: {major_version: [2]}}, V1",
        "{_metadata: {}},                   V1",
        "{},                                V1",
    })
    void saysItsVersion(String text, ManifestVersion version) {
        assertEquals(version, manifest(text).version());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/a,     /a",
        "/a/b,   /a/b",
        "/a/b/c, /a/b",
        "/a/x,   /a",
        "/x/b,   ''",
        "/l/*,   /l/0",
        "/l/*/d, /l/0/d",
        "/e/*,   /e",
    })
    void aPathLeadsAtLeastToWhatIsAroundItsEnd(String path, String nearest) {
        Field document = manifest("{a: {b: 1}, l: [{d: 2}], e: []}").document();

        assertEquals(nearest, FieldPath.of(path).nearest(document).pointer());
        assertEquals(path, FieldPath.of(path).toString());
    }

    @Test
    void whatIsAroundAPathHasOneStepLess() {
        assertEquals("/a/b", FieldPath.of("/a/b/c").parent().toString());
        assertEquals("a", FieldPath.of("a/b").parent().toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"true, true", "on, true", "YES, true", "no, false", "1, ", "x, ", "'[true]', "})
    void aFlagSaysTrueOrFalse(String text, Boolean flag) {
        Field field = manifest("{a: " + text + "}").document().child("a").orElseThrow();

        assertEquals(Optional.ofNullable(flag), field.flag());
    }

    @Test
    void eachTokenHasItsPlaces() {
        assertEquals("/oauth_config/scopes/user/*", Token.BOT.other().scopes().toString());
        assertEquals("/settings/event_subscriptions/bot_events/*", Token.USER.other().events().toString());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "3, true", "4, false"})
    void aRangeHoldsItsEnds(int number, boolean isIn) {
        assertEquals(isIn, new Range(1, 3).contains(number));
    }

    private static Manifest manifest(String text) {
        SourceFile file = new SourceFile("manifest.yaml", text);
        return new Manifest(file, DocumentReader.read(file));
    }
}
