package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '→',
            value = {
                "Starts and watches deploys. → Starts and watches deploys.",
                "Hello, world (v1.2)! → Hello, world (v1.2)!",
                "Deploys: start, stop → Deploys: start, stop",
                "it's \"quoted\" 50% → it's \"quoted\" 50%",
                "*bold* _it_ `code` ~~no~~ → \\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~",
                "[x](y) ![z][y] → \\[x\\](y) !\\[z\\]\\[y\\]",
                "<b>&lt; → \\<b\\>\\&lt;",
                "back\\slash \\* → back\\\\slash \\\\\\*",
                "# heading # → \\# heading \\#",
                "- item - → \\- item -",
                "+ item → \\+ item",
                "=== → \\===",
                "--- → \\---",
                "1. first → 1\\. first",
                "2) second → 2\\) second",
                "a | b → a \\| b",
                "${jndi} → \\${jndi}",
                "https://evil.example → https\\://evil.example",
                "www.evil.example → www\\.evil.example",
                "WWW.evil.example → WWW\\.evil.example",
                "@channel :tada: → \\@channel \\:tada:",
            })
    void markdownKeepsTextAsText(String text, String escaped) {
        assertEquals(escaped, Escape.of("README.md").orElseThrow().apply(text));
    }

    @Test
    void yamlAndJsonEscapeQuotesAndBackslashes() {
        for (String path : new String[] {"manifest.yaml", "ci.yml", ".slack/hooks.json"}) {
            assertEquals("\\\"a\\\" \\\\n é 😀 /", Escape.of(path).orElseThrow().apply("\"a\" \\n é 😀 /"));
        }
    }

    @Test
    void xmlEscapesMarkup() {
        assertEquals(
                "&lt;/description&gt; &amp;amp; &quot;é&quot;",
                Escape.of("pom.xml").orElseThrow().apply("</description> &amp; \"é\""));
    }

    @Test
    void freeTextHasNoPlaceInOtherKindsOfFiles() {
        assertEquals(Optional.empty(), Escape.of("src/Main.java"));
        assertEquals(Optional.empty(), Escape.of("Dockerfile"));
    }
}
