package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever style a placeholder has and whatever stands in its place: one note, and what the note offers works. */
class PlaceholderRuleTest {

    private static final List<String> STYLES = List.of(
            "YOUR_VALUE",
            "YOUR_VALUE_HERE",
            "REPLACE_WITH_YOUR_VALUE",
            "__VALUE__",
            "%VALUE%",
            "$VALUE",
            "${VALUE}",
            "{{ value }}",
            "{{ .Values.value }}",
            "<%= value %>",
            "<value>",
            "<your value>",
            "[value]",
            "{value}",
            "TODO",
            "FIXME",
            "replaceme",
            "REPLACE_ME",
            "replace-me",
            "changeme",
            "your-value",
            "TODO-your-value",
            "TBD",
            "XXX",
            "placeholder",
            "fill-me-in",
            "insert-your-value",
            "ENTER_VALUE",
            "VALUE_HERE",
            "@VALUE@",
            "@@value@@",
            "#{VALUE}#",
            "%{value}",
            "%(value)s",
            "$(VALUE)",
            "$value",
            "((value))",
            "[[VALUE]]",
            "<<VALUE>>",
            "«value»",
            "__value__",
            "##VALUE##",
            "~VALUE~",
            "YOUR-VALUE",
            "YOUR VALUE",
            "your value here",
            "put-value-here",
            "to be replaced",
            "set-me",
            "xxxx");

    /** They have no name by which a value could be given. */
    private static final List<String> NAMELESS = List.of("...", "…", "???", "***", "{% value %}");

    /** Manifests in JSON, where ? stands for a value, each with what fits there. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("{display_information: {name: ?}}", "deploy-bot"),
            Map.entry("{display_information: {name: x, background_color: ?}}", "#aabbcc"),
            Map.entry("{features: {bot_user: {display_name: ?}}}", "deploy-bot"),
            Map.entry("{features: {slash_commands: [{command: ?, url: https://a.dev/x, description: x}]}}", "/deploy"),
            Map.entry("{features: {slash_commands: [{command: /x, url: ?, description: x}]}}", "https://a.dev/x"),
            Map.entry("{features: {shortcuts: [{name: x, type: ?, callback_id: x, description: x}]}}", "global"),
            Map.entry("{features: {app_home: {home_tab_enabled: ?}}}", "false"),
            Map.entry("{oauth_config: {scopes: {bot: [?]}}}", "chat:write"),
            Map.entry("{oauth_config: {scopes: {bot: ?}}}", "chat:write"),
            Map.entry("{oauth_config: {redirect_urls: [?]}}", "https://a.dev/x"),
            Map.entry("{settings: {event_subscriptions: {bot_events: [?]}}}", "app_mention"),
            Map.entry("{settings: {interactivity: {is_enabled: true, request_url: ?}}}", "https://a.dev/x"),
            Map.entry("{settings: {socket_mode_enabled: ?}}", "true"),
            Map.entry("{_metadata: {major_version: ?}}", "1"),
            Map.entry("{mcp_servers: {one: {url: ?, auth_type: no_auth}}}", "https://a.dev/x"));

    private static final Pattern OFFER = Pattern.compile("`--set \"?([^=]+)=…\"?` tries a value");

    static Stream<Arguments> everyStyleInEveryPlace() {
        return PLACES.keySet().stream()
                .sorted()
                .flatMap(place -> STYLES.stream().map(style -> Arguments.of(place, style)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStyleInEveryPlace")
    void aPlaceholderGetsOneNoteAndWhatItOffersWorks(String place, String style) {
        SourceFile file = new SourceFile("manifest.yaml", place.replace("?", "'" + style + "'"));
        int column = place.indexOf('?') + 1;

        List<Diagnostic> found = lintAt(column, file, Map.of());

        assertEquals(List.of("placeholder-url"), ids(found));
        Matcher offer = OFFER.matcher(found.get(0).message());
        assertTrue(offer.find(), found.get(0).message());
        String name = offer.group(1);
        assertTrue(Manifest.placeholders(file).contains(name), name);
        List<String> then = ids(lintAt(column, file, Map.of(name, PLACES.get(place))));
        assertTrue(!then.contains("placeholder-url"), name);
    }

    static Stream<Arguments> everyNamelessStyleInEveryPlace() {
        return PLACES.keySet().stream()
                .sorted()
                .flatMap(place -> NAMELESS.stream().map(style -> Arguments.of(place, style)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyNamelessStyleInEveryPlace")
    void aPlaceholderWithoutANameGetsOneNoteWithoutAnOffer(String place, String style) {
        SourceFile file = new SourceFile("manifest.yaml", place.replace("?", "'" + style + "'"));

        List<Diagnostic> found = lintAt(place.indexOf('?') + 1, file, Map.of());

        assertEquals(List.of("placeholder-url"), ids(found));
        assertTrue(!OFFER.matcher(found.get(0).message()).find(), found.get(0).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://<%= hosts[n % 2] %>/x", "<%= '100%' %>", "<% 7 % 5 % 3 %>"})
    void aTemplateOfErbMayHoldPercentSigns(String text) {
        String place = "{settings: {interactivity: {is_enabled: true, request_url: ?}}}";
        SourceFile file = new SourceFile("manifest.yaml", place.replace("?", '"' + text + '"'));

        assertEquals(List.of("placeholder-url"), ids(lintAt(place.indexOf('?') + 1, file, Map.of())));
    }

    /** What would have to follow the part that repeats is missing. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "{{ a~ ~b }}", "{{ a~-~b }}", "https://a/~?~\\nb", "~/~\\nb", "[~%~\\nb", "~A_~a", "~__A~", "~%A~", "~<%~",
        "~{{ ~", "~a.~@ b", "YOUR~_~a", "http://~A~.b", "@~a~", "~@a~", "$(~$(~",
        "((~a~)", "[[~[[~", "~«~", "your ~a ~here", "//__~a~", "~//$a~b"
    })
    void fourTimesAsLongATextTakesFarLessThanSixteenTimesAsLong(String text) {
        String[] parts = text.split("~");
        double times = Work.timesForFourTimes(20_000, size -> {
            String value = parts[0] + parts[1].repeat(size) + (parts.length > 2 ? parts[2] : "");
            SourceFile file = new SourceFile(
                    "manifest.yaml",
                    "{display_information: {name: x}, features: {slash_commands: [{command: /x, url: \"" + value
                            + "\"}]}, settings: {interactivity: {request_url: \"" + value + "\"}}}");
            return () -> assertTrue(!Rules.lint(file).isEmpty());
        });

        assertTrue(times < Work.MOST_TIMES, "%.1f times as long".formatted(times));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{features: {slash_commands: [{command: /x, description: ?}]}}                | Runs <app> for $HOME",
                "{features: {slash_commands: [{command: /x, description: x, usage_hint: ?}]}} | <app> [flags] {all}",
                "{features: {slash_commands: [{command: /x, description: x, usage_hint: ?}]}} | [query]",
                "{features: {slash_commands: [{command: /x, description: ?}]}}                | Enter expenses here",
                "{features: {slash_commands: [{command: /x, description: ?}]}}                | Traduit «bonjour» vite",
                "{features: {slash_commands: [{command: /x, description: ?}]}}                | ((a, b)) for x@y@z",
                "{features: {shortcuts: [{name: ?, type: global, callback_id: x}]}}           | Fill in",
                "{features: {shortcuts: [{name: x, type: global, callback_id: ?}]}}           | OPEN_MODAL",
                "{display_information: {name: ?}}                                             | Todo",
                "{features: {slash_commands: [{command: ?, url: https://a.dev/x, description: x}]}}| /todo",
                "{features: {slash_commands: [{command: ?, url: https://a.dev/x, description: x}]}}| /replace_it",
                "{settings: {event_subscriptions: {metadata_subscriptions: [{app_id: ?}]}}}   | A81FQ3116",
            })
    void whatIsUsualThereIsNone(String place, String text) {
        SourceFile file = new SourceFile("manifest.yaml", place.replace("?", "'" + text + "'"));

        assertEquals(List.of(), ids(lintAt(place.indexOf('?') + 1, file, Map.of())));
    }

    private static List<Diagnostic> lintAt(int column, SourceFile file, Map<String, String> values) {
        return new ManifestLinter(Rules.CATALOG, Optional.empty(), values).lint(file).stream()
                .filter(finding -> finding.location().span().start().column() == column)
                .toList();
    }

    private static List<String> ids(List<Diagnostic> findings) {
        return findings.stream().map(finding -> finding.rule().id()).toList();
    }
}
