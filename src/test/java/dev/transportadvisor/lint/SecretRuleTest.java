package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.lint.secret.Secrets;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found wherever it stands, and shown nowhere. */
class SecretRuleTest {

    /** In pieces, so that nobody takes them for real ones. */
    private static final String TOKEN = "xoxb" + "-0-not-a-real-one";

    private static final String HEX = "0123456789abcdef".repeat(2);
    private static final String WEBHOOK = "hooks.slack.com/services/" + "T0/B0/notReal";

    static List<String> secrets() {
        return List.of(
                TOKEN,
                "xoxp" + "-1-2-3-fake-fake",
                "xoxe" + ".xoxp-1-fake-fake",
                "xoxe" + "-1-fake-fake",
                "xapp" + "-1-A0-0-fake",
                "xwfp" + "-0-fake-fake",
                "xoxd" + "-fakefakefakefakefake%2B",
                "https://" + WEBHOOK,
                "https://hooks.slack.com/workflows/" + "T0/A0/1/notReal",
                "https://hooks.slack-gov.com/services/" + "T0/B0/notReal",
                "signing_secret=" + HEX);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void findsWhatIsShapedLikeASecret(String secret) {
        assertEquals(List.of("secret-in-manifest /a"), found("a: uses " + secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xoxb-your-token",
                "xoxb-…",
                "xoxb-<token>",
                "xoxb-${TOKEN}",
                "starts with xapp-",
                "https://hooks.slack.com/services/",
                "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
                "https://api.slack.com/apps/A0123456789",
                "0123456789abcdef0123456789abcdef",
                "signing_secret=your-secret",
            })
    void leavesAloneWhatStandsForASecret(String text) {
        assertEquals(List.of(), found("a: \"" + text + "\""));
    }

    @ParameterizedTest
    @MethodSource("places")
    void findsItWhereverItStands(String manifest, String pointer) {
        List<Diagnostic> findings = Rules.lint(manifest).stream()
                .filter(finding -> finding.rule().id().equals("secret-in-manifest"))
                .toList();

        assertEquals(List.of(pointer), findings.stream().map(Diagnostic::pointer).toList());
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place("a: {b: [x, " + TOKEN + "]}", "/a/b/1"),
                place("a: |\n  one\n  two " + TOKEN + "\n", "/a"),
                place("# " + TOKEN + "\na: 1\n", ""),
                place("a: 1 # " + TOKEN + "\n", ""),
                place(TOKEN + ": 1\n", "/" + "*".repeat(TOKEN.length())),
                place("signing_secret: " + HEX + "\n", "/signing_secret"),
                place("{\"signing_secret\": \"" + HEX + "\"}", "/signing_secret"),
                place("{\"a\": \"" + TOKEN + "\"}", "/a"),
                place("{\"a\": \"https:\\/\\/" + WEBHOOK.replace("/", "\\/") + "\"}", "/a"),
                place("{\"a\": \"\\u0078" + TOKEN.substring(1) + "\"}", "/a"),
                place("a: \"\\x78" + TOKEN.substring(1) + "\"\n", "/a"),
                place("a: [b, \"\\x78" + TOKEN.substring(1) + "\"]\n", "/a/1"),
                place("\"\\x78" + TOKEN.substring(1) + "\": 1\n", "/" + "*".repeat(TOKEN.length())),
                // an alias shows the same place again
                place("a: &token " + TOKEN + "\nb: *token\n", "/a"));
    }

    private static Arguments place(String manifest, String pointer) {
        return Arguments.of(manifest, pointer);
    }

    @Test
    void noFindingRepeatsIt() {
        String manifest = """
                display_information:
                  name: %1$s
                  %1$s: 1
                settings:
                  socket_mode_enabled: true # %1$s
                  event_subscriptions:
                    bot_events: [%1$s, "\\x78%2$s"]
                  interactivity: {is_enabled: true, request_url: "https://%3$s"}
                # advisor:ignore %1$s -- reason
                # advisor:ignore tunnel-url -- because of %1$s
                """.formatted(TOKEN, TOKEN.substring(1), WEBHOOK);

        List<Diagnostic> findings = Rules.lint(manifest);

        assertTrue(findings.size() > 10, findings::toString);
        findings.forEach(SecretRuleTest::assertHidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: 'x\n\n", "a: 1\na: 2\n b: - ", "a: @", "{\"a\": ", "--- x\n--- "})
    void aFileThatCannotBeReadShowsNoneEither(String broken) {
        for (String manifest : List.of(broken + TOKEN, TOKEN + " " + broken, broken + " " + TOKEN + ": &x")) {
            Rules.lint(manifest).forEach(SecretRuleTest::assertHidden);
        }
    }

    @Test
    void aLongSentenceThatIsCutShowsNoPartOfIt() {
        Secrets secrets = Rules.FACTS.secrets().in(new SourceFile("x", "a: " + TOKEN));

        assertEquals("It says ***", secrets.without("It says " + TOKEN.substring(0, 12) + "…"));
        assertEquals("`***` is wrong.", secrets.without("`" + TOKEN + "` is wrong."));
        assertEquals("***", secrets.without(TOKEN.substring(0, 12) + "…"));
        assertEquals("Nothing.", secrets.without("Nothing."));
    }

    @Test
    void onlyWhatReachesIntoAStretchIsMaskedThere() {
        SourceFile file = new SourceFile("x", "secretpublic");
        Secrets secrets = new Secrets(file);
        secrets.add(file.span(0, 6), "a secret");

        assertEquals("public", secrets.masked("public", file.span(6, 12)));
        assertEquals("******public", secrets.masked("secretpublic", file.span(0, 12)));
        assertEquals("********", secrets.masked("etpublic", file.span(4, 12)));
    }

    @Test
    void nothingIsShownOfAValueThatIsFullOfThem() {
        String value = "ab ".repeat(21);
        SourceFile file = new SourceFile("x", value);
        Secrets secrets = new Secrets(file);
        for (int i = 0; i < 21; i++) {
            secrets.add(file.span(3 * i, 3 * i + 2), "a secret");
        }

        assertEquals("*".repeat(value.length()), secrets.masked(value, file.span(0, value.length())));
    }

    @Test
    void whatSurroundsASecretIsStillChecked() {
        String manifest = "settings: {interactivity: {is_enabled: true, request_url: 'https://" + WEBHOOK + "'}}";

        assertEquals(
                List.of("secret-in-manifest", "transport-not-declared"),
                Rules.lint(manifest).stream()
                        .map(finding -> finding.rule().id())
                        .filter(rule -> rule.matches("secret.*|transport.*|invalid-value"))
                        .sorted()
                        .toList());
    }

    private static void assertHidden(Diagnostic finding) {
        assertAll(Stream.of(
                        finding.message(),
                        finding.pointer(),
                        finding.location().line())
                .map(text -> () -> assertFalse(
                        text.contains(TOKEN) || text.contains(WEBHOOK) || text.contains(TOKEN.substring(4, 12)),
                        finding.rule().id() + ": " + text)));
    }

    private static List<String> found(String manifest) {
        return new ManifestLinter(Rules.CATALOG, Optional.empty())
                .lint(new SourceFile("manifest.yaml", manifest)).stream()
                        .filter(finding -> finding.rule().id().equals("secret-in-manifest"))
                        .map(finding -> finding.rule().id() + " " + finding.pointer())
                        .toList();
    }

    @Test
    void aShapeHasNoKeysThatNobodyKnows() {
        String shapes = "schema: 1\nshapes:\n  - {what: it, mark: a, pattern: b, source: c, more: d}\nmore: e\n";

        InputException refusal = assertThrows(
                InputException.class, () -> SecretShapes.read(new SourceFile("secrets.yaml", shapes)));

        assertEquals(
                List.of("secrets.yaml:3:48", "secrets.yaml:4:1"),
                refusal.problems().stream()
                        .map(problem -> problem.location().orElseThrow().toString())
                        .toList());
    }

    @Test
    void aShapeThatIsNoPatternIsRefusedWithItsPlace() {
        String shapes =
                "schema: 1\nshapes:\n  - {what: a token, mark: a, pattern: '[z-a]', source: 'https://example.org/'}\n";

        InputException refusal = assertThrows(
                InputException.class, () -> SecretShapes.read(new SourceFile("secrets.yaml", shapes)));

        assertEquals(
                "secrets.yaml:3:39: Not a regular expression: Illegal character range.", refusal.getMessage());
    }
}
