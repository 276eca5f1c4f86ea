package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.testing.Corpus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestFixerTest {

    /** A manifest without findings, of which each example changes one line; {@code ~} breaks it. */
    private static final String GOOD =
            """
            display_information:
              name: deploy-bot
            features:
              app_home: {messages_tab_enabled: true, messages_tab_read_only_enabled: false}
              bot_user:
                display_name: deploy-bot
              slash_commands:
                - command: /deploy-bot
            oauth_config:
              scopes:
                bot:
                  - commands # for /deploy-bot
                  - app_mentions:read
                  - im:history
                  - chat:write
            settings:
              event_subscriptions:
                bot_events:
                  - app_mention
                  - message.im
              socket_mode_enabled: true
            """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // what is missing is added
                "^      - commands # for /deploy-bot~^ | ^^ | ^      - chat:write~      - commands~^",
                "^      - im:history~^                 | ^^ | ^      - chat:write~      - im:history~^",
                // what is off is switched on
                "^tab_enabled: true^       | ^tab_enabled: no^  | ^tab_enabled: true^",
                "^only_enabled: false^     | ^only_enabled: true^ | ^only_enabled: false^",
                "^  app_home: {messages_tab_enabled: true, messages_tab_read_only_enabled: false}~^ | ^^ |"
                        + "^/deploy-bot~  app_home:~    messages_tab_enabled: true~"
                        + "    messages_tab_read_only_enabled: false~oauth_config^",
                // what is misspelt is put right
                "^socket_mode_enabled^     | ^socket_mode_enabeld^ | ^socket_mode_enabled^",
                "^slash_commands^          | ^'slash_command'^     | ^'slash_commands'^",
                "^- app_mention~^          | ^- app_mentoin~^      | ^- app_mention~^",
                "^- chat:write^            | ^- \"chat.write\"^  | ^- \"chat:write\"^",
                // what stands twice goes
                "^- app_mention~^          | ^- app_mention~      - app_mention # again~^ |"
                        + "^- app_mention~      - message^",
                "^  name: deploy-bot~^     | ^  name: deploy-bot~  name: deploy-bot~^ | ^  name: deploy-bot~features^",
                // what is in the wrong place moves
                "^  socket_mode_enabled: true~^ | ^socket_mode_enabled: true~^ |"
                        + "^message.im~  socket_mode_enabled: true~^",
                "^  event_subscriptions:~    bot_events:~      - app_mention~      - message.im~^ |"
                        + " ^  bot_events: [app_mention, message.im] # both~^ |"
                        + " ^  event_subscriptions:~    bot_events: [app_mention, message.im] # both~  socket^",
            })
    void fixes(String part, String broken, String mended) {
        String bad = GOOD.replace(lines(part), lines(broken));
        assertTrue(!bad.equals(GOOD) && !SmallCatalog.lint(file(bad)).isEmpty(), bad);

        Fixed fixed = fix(file(bad));

        assertEquals(List.of(), SmallCatalog.lint(fixed.file()), fixed.file().text());
        assertTrue(fixed.file().text().contains(lines(mended)), fixed.file().text());
        assertTrue(fixed.isChanged());
    }

    @Test
    void leavesAFixOutThatBringsKeysWhichDoNotFit() {
        SourceFile file = file(GOOD.replace("bot_user:", "bot_usr:").replace("  display_name:", "  title:"));

        Fixed fixed = fix(file);

        assertEquals(file.text(), fixed.file().text());
        assertEquals(
                List.of("unknown-key"),
                fixed.unfixed().stream().map(finding -> finding.rule().id()).toList());
    }

    @Test
    void changesNothingAroundASecret() {
        String token = "xox" + "b-" + "1".repeat(12) + "-" + "a".repeat(24);
        SourceFile file = file(GOOD.replace("- app_mention\n", "- app_mentoin\n") + "# " + token + "\n");

        assertEquals(file.text(), fix(file).file().text());
    }

    /** Each {@code x} is wrong, and can be taken away. */
    @Test
    void stopsInAFileThatIsFullOfFaults() {
        int faults = ManifestFixer.MOST_FIXES + 1;
        ManifestFixer fixer = new ManifestFixer(
                SmallCatalog.CATALOG, file -> Collections.nCopies(file.text().length(), removable(file)));

        Fixed fixed = fixer.fix(file("x".repeat(faults)));

        assertEquals("x", fixed.file().text());
        assertFalse(fixed.isComplete());
    }

    /** Each fix takes two looks at the text, of which there are 3 Mi characters in all. */
    @ParameterizedTest(name = "{0} characters: {1} fixes")
    @CsvSource({
        "100,    40, true",
        "200000, 8,  false",
        "262144, 7,  false",
        "262145, 0,  false",
    })
    void makesFewerFixesInLargerFiles(int characters, int fixes, boolean isComplete) {
        String faults = "y".repeat(40);
        ManifestFixer fixer = new ManifestFixer(
                SmallCatalog.CATALOG, file -> letters(file(file.text().strip())));

        Fixed fixed = fixer.fix(file(faults + " ".repeat(characters - faults.length())));

        assertEquals(fixes, fixed.fixed().size());
        assertEquals(isComplete, fixed.isComplete());
    }

    @Test
    void aLargeFileWithoutFaultsLeavesNothingToFix() {
        Fixed fixed = new ManifestFixer(SmallCatalog.CATALOG, file -> List.of()).fix(file(" ".repeat(300_000)));

        assertTrue(fixed.isComplete());
    }

    /** Looking for fixes takes too long there, so none is offered either. */
    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"262144, true", "262145, false"})
    void noFixIsOfferedInALargeFile(int characters, boolean isOffered) {
        String bad = GOOD.replace("- app_mention\n", "- app_mentoin\n") + "#";
        SourceFile file = file(bad + "x".repeat(characters - bad.length()));

        assertEquals(
                isOffered, SmallCatalog.lint(file).stream().anyMatch(finding -> finding.fix().isPresent()));
    }

    /** Each letter is a finding of its own rule, and a fix puts something else in its place. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // a fix that does not help is tried once
        "x,   x,   0, 1",
        "xx,  xx,  0, 2",
        // then it is the turn of the others
        "xy,  x,   1, 1",
        "yxy, x,   2, 1",
        // other findings may come to light, but none that say that the guess was wrong
        "m,   nn,  1, 0",
        "f,   f,   0, 1",
        "w,   vv,  1, 0",
    })
    void keepsTheFixesThatHelp(String before, String after, int fixed, int unfixed) {
        Fixed result = new ManifestFixer(SmallCatalog.CATALOG, ManifestFixerTest::letters).fix(file(before));

        assertEquals(after, result.file().text());
        assertEquals(fixed, result.fixed().size());
        assertEquals(unfixed, result.unfixed().size());
    }

    private static final Map<Character, String> FIXES =
            Map.of('x', "x", 'y', "", 'm', "nn", 'f', "k", 'w', "vv");

    private static List<Diagnostic> letters(SourceFile file) {
        return IntStream.range(0, file.text().length())
                .mapToObj(i -> letter(file, i))
                .toList();
    }

    private static Diagnostic letter(SourceFile file, int at) {
        char letter = file.text().charAt(at);
        boolean isMisfit = letter == 'k' || letter == 'v';
        RuleDescriptor rule = isMisfit
                ? SmallCatalog.CATALOG.descriptor("unknown-key").orElseThrow()
                : new RuleDescriptor("no-" + letter, Severity.ERROR, "It.", "Take it away.");
        Severity severity = letter == 'v' ? Severity.WARNING : Severity.ERROR;
        Optional<Fix> fix = Optional.ofNullable(FIXES.get(letter))
                .map(text -> new Fix("It", List.of(new TextEdit(file.span(at, at + 1), text))));
        return new Diagnostic(rule, severity, "It.", file.location(file.span(at, at + 1)).place(), "/" + at, () -> fix);
    }

    private static Diagnostic removable(SourceFile file) {
        RuleDescriptor rule = new RuleDescriptor("no-x", Severity.ERROR, "An x.", "Take it away.");
        Fix fix = new Fix("Take it away", List.of(new TextEdit(file.span(0, 1), "")));
        return new Diagnostic(
                rule, Severity.ERROR, "An x.", file.location(file.span(0, 1)).place(), "", () -> Optional.of(fix));
    }

    @Test
    void fixesRealManifestsOnceAndForAll() {
        ManifestLinter linter = new ManifestLinter(Rules.CATALOG, Optional.empty());
        ManifestFixer fixer = new ManifestFixer(Rules.CATALOG, linter::lint);
        for (SourceFile file : Corpus.manifests()) {
            Fixed fixed = fixer.fix(file);
            assertEquals(
                    linter.lint(file).stream().anyMatch(finding -> finding.fix().isPresent()),
                    fixed.isChanged() || !fixed.unfixed().isEmpty(),
                    file.path());
            assertEquals(fixed.file().text(), fixer.fix(fixed.file()).file().text(), file.path());
            assertEquals(comments(file), comments(fixed.file()), file.path());
            DocumentReader.read(fixed.file());
        }
    }

    private static List<String> comments(SourceFile file) {
        return file.text().lines().map(String::strip).filter(line -> line.startsWith("#")).sorted().toList();
    }

    private static Fixed fix(SourceFile file) {
        return new ManifestFixer(SmallCatalog.CATALOG, SmallCatalog::lint).fix(file);
    }

    private static SourceFile file(String text) {
        return new SourceFile("manifest.yaml", text);
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
