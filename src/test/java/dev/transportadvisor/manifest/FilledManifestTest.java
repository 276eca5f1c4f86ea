package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placeholders get their values, and nothing else changes. */
class FilledManifestTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "https://{{ HOST }}/x         => https://acme.dev/x",
                "https://{{HOST}}/x           => https://acme.dev/x",
                "https://{{.HOST}}/x          => https://acme.dev/x",
                "https://{{ $HOST }}/x        => https://acme.dev/x",
                "https://{{- .HOST -}}/x      => https://acme.dev/x",
                "https://${HOST}/x            => https://acme.dev/x",
                "https://$HOST/x              => https://acme.dev/x",
                "https://<%= HOST %>/x        => https://acme.dev/x",
                "https://<HOST>/x             => https://acme.dev/x",
                "${HOST}${HOST}               => acme.devacme.dev",
                "https://${HOST}/${PATH}      => https://acme.dev/${PATH}",
                "${HOSTS}                     => ${HOSTS}",
                "$HOSTS                       => $HOSTS",
                "HOST                         => acme.dev",
                "https://HOST/x               => https://acme.dev/x",
                "HOSTS                        => HOSTS",
                "TODO                         => filled",
                "/your-command                => /deploy",
                "https://your-domain.com:1/x  => https://acme.dev:1/x",
                "your-domain.com/x            => acme.dev/x",
                "me@your-domain.com           => me@acme.dev",
                "your-domain.com.x            => your-domain.com.x",
                "name                         => name",
                "__HOST__/x                   => acme.dev/x",
                "%HOST%/x                     => acme.dev/x",
                "{HOST}/x                     => acme.dev/x",
                "[HOST]/x                     => acme.dev/x",
                "BOT_URL/x                    => https://acme.dev/x",
                "https://BOT_NAME/x           => https://bot.acme.dev/x",
                "https://acme.dev/BOT_NAME    => https://acme.dev/BOT_NAME",
                "{{ HOST | upper }}           => {{ HOST | upper }}",
                "${COST}                      => $1 \\2",
            })
    void eachWayToWriteAPlaceholderIsUnderstood(String text, String filled) {
        Manifest manifest = manifest("x.json", "{\"a\": \"" + text + "\"}");

        Manifest result = manifest.filled(Map.of(
                "HOST", "acme.dev",
                "COST", "$1 \\2",
                "BOT_URL", "https://acme.dev",
                "BOT_NAME", "bot.acme.dev",
                "TODO", "filled",
                "/your-command", "/deploy",
                "your-domain.com", "acme.dev",
                "name", "filled"));

        assertEquals(Optional.of(filled), FieldPath.of("/a").in(result.document()).get(0).text());
    }

    @Test
    void keysAreFilledInAndPlacesStay() {
        Manifest manifest = manifest("x.yaml", "${KEY}:\n  - $ITEM\n  - plain\n");

        Manifest result = manifest.filled(Map.of("KEY", "functions", "ITEM", "a much longer text"));

        Field item = FieldPath.of("/functions/*").in(result.document()).get(0);
        assertEquals(Optional.of("a much longer text"), item.text());
        assertEquals(2, item.place().start().line());
        assertEquals(10, item.place().end().column());
        assertEquals(manifest.file(), result.file());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: ${V}     | true | BOOLEAN",
                "a: ${V}     | 12   | NUMBER",
                "a: ${V}     | x    | TEXT",
                "a: ${V}     | b: c | TEXT",
                "a: \"${V}\" | true | TEXT",
                "a: '${V}'   | true | TEXT",
            })
    void aValueWithoutQuotesIsWhatYamlTakesItFor(String text, String value, ScalarNode.Kind kind) {
        Manifest result = manifest("x.yaml", text).filled(Map.of("V", value));

        Field field = FieldPath.of("/a").in(result.document()).get(0);
        assertEquals(kind, ((ScalarNode) field.value()).kind());
    }

    @Test
    void aPlaceholderStandsForAllThatWouldBeBehindIt() {
        Manifest manifest = manifest("x.yaml", "features: ${FEATURES}\nsettings: {}\n");

        assertEquals(
                Optional.of("${FEATURES}"),
                FieldPath.of("/features/slash_commands/*/url").in(manifest.document()).get(0).text());
        assertEquals(0, FieldPath.of("/settings/interactivity").in(manifest.document()).size());
    }

    private static Manifest manifest(String path, String text) {
        SourceFile file = new SourceFile(path, text);
        return new Manifest(file, DocumentReader.read(file));
    }
}
