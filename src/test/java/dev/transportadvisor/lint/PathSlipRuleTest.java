package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which two request URLs look like one that was written wrongly. */
class PathSlipRuleTest {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "https://a.dev/slack/events, https://a.dev/slack/events,     false",
        "https://a.dev/slack/events, https://a.dev/slack/event,      true",
        "https://a.dev/slack/events, https://a.dev/slack/evnets,     true",
        "https://a.dev/slack/events, https://a.dev/Slack/events,     true",
        "https://a.dev/slack/events, https://a.dev//slack/events/,   true",
        "https://a.dev/slack/events, https://a.dev,                  true",
        "https://a.dev/slack/events, https://a.dev/slack/events?a=1, false",
        "https://a.dev/slack/events, https://b.dev/slack/event,      false",
        "https://a.dev/slack/events, https://a.dev/slack/actions,    false",
        "https://a.dev/slack/events, https://a.dev/slac/event,       false",
        "https://a.dev/slack/events, https://a.dev/slack/event/x,    false",
        "https://a.dev/bots/one,     https://a.dev/bots/ones,        false",
        "https://a.dev/hook/12345,   https://a.dev/hook/12346,       false",
    })
    void pathsThatDifferInALetterACaseOrASlashAreASlip(String one, String other, boolean isSlip) {
        String manifest = "{display_information: {name: x}, settings: {socket_mode_enabled: false,"
                + " event_subscriptions: {request_url: '" + one + "'},"
                + " interactivity: {is_enabled: true, request_url: '" + other + "'}}}";

        assertEquals(
                isSlip,
                Rules.lint(new SourceFile("manifest.yaml", manifest)).stream()
                        .anyMatch(finding -> finding.rule().id().equals("request-path-slip")));
    }
}
