package dev.transportadvisor.lint;

import static dev.transportadvisor.lint.Manifests.findings;
import static dev.transportadvisor.lint.Manifests.messages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack accepts, and what makes a bot deaf or mute all the same. */
class TrapRulesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{messages_tab_enabled: true}                                              | ''",
                "{messages_tab_enabled: true, messages_tab_read_only_enabled: false}       | ''",
                "{messages_tab_enabled: true, messages_tab_read_only_enabled: true}        | messages-tab-off warning",
                "{messages_tab_enabled: false}                                             | messages-tab-off warning",
                "{messages_tab_enabled: false, messages_tab_read_only_enabled: true}       | messages-tab-off warning",
                "{messages_tab_read_only_enabled: true}                                    | messages-tab-off warning",
                "{messages_tab_read_only_enabled: false}                                   | messages-tab-off note",
                "{home_tab_enabled: true}                                                  | messages-tab-off note",
                "{}                                                                        | messages-tab-off note",
                "{messages_tab_enabled: '${TAB}'}                                          | ''",
                "\"${APP_HOME}\"                                                           | ''",
                "{messages_tab_enabled: true, messages_tab_read_only_enabled: '${RO}'}     | ''",
            })
    void directMessagesNeedATabToWriteIn(String appHome, String expected) {
        String manifest = "{features: {app_home: " + appHome
                + "}, settings: {event_subscriptions: {bot_events: [message.im]}}}";

        assertEquals(expected, findings(manifest, "messages-tab-off"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "home-event-without-tab       | [team_join, app_home_opened]                   | 1",
                "assistant-event-without-view | [team_join, agent_session_stopped, message.im] | 1",
                "messages-tab-off             | [team_join, app_mention, message.im]           | 2",
            })
    void pointsAtTheEventThatIsMeant(String rule, String events, int index) {
        String manifest = "--- {settings: {event_subscriptions: {bot_events: " + events + "}}}";

        assertEquals(
                List.of("/settings/event_subscriptions/bot_events/" + index),
                Rules.lint(manifest).stream()
                        .filter(finding -> finding.rule().id().equals(rule))
                        .map(Diagnostic::pointer)
                        .toList());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "app_home_opened         | {app_home: {home_tab_enabled: true}}            | ''",
                "app_home_opened         | {app_home: {messages_tab_enabled: true}}        | ''",
                "app_home_opened | {app_home: {home_tab_enabled: false}} | home-event-without-tab warning",
                "app_home_opened         | {app_home: {home_tab_enabled: '${HOME}'}}       | ''",
                "app_home_opened | {} | home-event-without-tab note",
                "team_join | {app_home: {home_tab_enabled: true}} | home-tab-without-event warning",
                "\"${EVENT}\"            | {app_home: {home_tab_enabled: true}}            | ''",
                "link_shared | {} | link-shared-without-domains warning",
                "link_shared | {unfurl_domains: []} | link-shared-without-domains warning",
                "link_shared             | {unfurl_domains: [acme.dev]}                    | ''",
                "link_shared             | {unfurl_domains: ['${DOMAIN}']}                 | ''",
                "message_metadata_posted | {} | metadata-event-without-subscription warning",
                "assistant_thread_started| {} | assistant-event-without-view warning",
                "assistant_thread_started| {assistant_view: {assistant_description: x}}    | ''",
                "assistant_thread_started| {agent_view: {agent_description: x}}            | ''",
                "agent_session_stopped | {} | assistant-event-without-view note",
            })
    void anEventNeedsTheFeatureThatSendsIt(String event, String features, String expected) {
        String manifest = "{features: " + features
                + ", settings: {event_subscriptions: {bot_events: [" + event + "]}}}";

        assertEquals(
                expected,
                findings(
                        manifest,
                        "home-tab-without-event",
                        "home-event-without-tab",
                        "link-shared-without-domains",
                        "metadata-event-without-subscription",
                        "assistant-event-without-view"));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "app_mention      | bot: ['app_mentions:read']                         | bot-cannot-write warning",
                "app_mention      | bot: ['app_mentions:read', 'chat:write']           | ''",
                "app_mention      | bot: ['app_mentions:read', 'chat:write.public']    | ''",
                "app_mention      | bot: ['app_mentions:read', 'reactions:write']      | ''",
                "app_mention      | bot: ['app_mentions:read'], user: ['chat:write']   | ''",
                "app_mention      | bot: ['app_mentions:read', '${SCOPE}']             | ''",
                "message.im       | bot: ['im:history']                                | bot-cannot-write warning",
                "message.channels | bot: ['channels:history']                          | ''",
                "reaction_added   | bot: ['reactions:read']                            | ''",
            })
    void whoeverIsSpokenToNeedsToAnswer(String event, String scopes, String expected) {
        String manifest = "{settings: {event_subscriptions: {bot_events: [" + event + "]}}, oauth_config: {scopes: {"
                + scopes + "}}}";

        assertEquals(expected, findings(manifest, "bot-cannot-write"));
    }

    @Test
    void ofEqualNamesAllButTheFirstAreFound() {
        String manifest = """
                features:
                  slash_commands:
                    - command: /a
                    - command: /b
                    - command: /a
                    - command: /a
                    - command: ${COMMAND}
                    - command: ${COMMAND}
                """;

        assertEquals(
                Collections.nCopies(2, "The command `/a` is listed already on line 3."),
                messages(manifest, "duplicate-command"));
    }

    @Test
    void aCommandThatIsListedTwiceMayLeadToTwoUrls() {
        String manifest =
                """
                features:
                  slash_commands:
                    - {command: /a, url: "https://a.dev/one", description: x}
                    - {command: /a, url: "https://a.dev/two", description: x}
                    - {command: /a, url: "https://a.dev/one", description: x}
                """;
        assertEquals(
                List.of(
                        "The command `/a` is listed already on line 3. Its url is another one than that on line 3.",
                        "The command `/a` is listed already on line 3."),
                messages(manifest, "duplicate-command"));
    }

    @Test
    void aShortcutAndAStepMayShareACallbackId() {
        String manifest = "{features: {shortcuts: [{callback_id: x}], workflow_steps: [{callback_id: x}]}}";

        assertEquals("", findings(manifest, "duplicate-callback-id"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/remind,  builtin-command warning",
        "/who,     builtin-command warning",
        "/deploy,  ''",
        "who,      ''",
        "/whoever, ''",
    })
    void slackAnswersItsOwnCommands(String command, String expected) {
        assertEquals(
                expected, findings("{features: {slash_commands: [{command: " + command + "}]}}", "builtin-command"));
    }

    @ParameterizedTest(name = "settings {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | functions-without-org-deploy error, functions-without-runtime error",
                "{function_runtime: remote}                             | functions-without-org-deploy error",
                "{function_runtime: remote, org_deploy_enabled: false}  | functions-without-org-deploy error",
                "{function_runtime: remote, org_deploy_enabled: true}   | ''",
                "{function_runtime: '${RUNTIME}', org_deploy_enabled: '${ORG}'} | ''",
                "\"${SETTINGS}\"                                        | ''",
            })
    void functionsNeedARuntimeAndAnOrganization(String settings, String expected) {
        String manifest = "{functions: {a: {title: x}}, settings: " + settings + "}";

        assertEquals(
                expected, findings(manifest, "functions-without-runtime", "functions-without-org-deploy"));
        assertEquals("", findings("{functions: {}, settings: {}}", "functions-without-runtime"));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{token_rotation_enabled: true} | [] | rotation-without-redirect warning",
                "{token_rotation_enabled: true}                     | [https://acme.dev]  | ''",
                "{token_rotation_enabled: true}                     | ['${URL}']          | ''",
                "{token_rotation_enabled: false}                    | []                  | ''",
                "{token_rotation_enabled: '${ROTATE}'}              | []                  | ''",
            })
    void rotationNeedsAnInstallationThroughOAuth(String settings, String urls, String expected) {
        String manifest = "{settings: " + settings + ", oauth_config: {redirect_urls: " + urls + "}}";

        assertEquals(expected, findings(manifest, "rotation-without-redirect"));
    }

    @ParameterizedTest(name = "interactivity {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{is_enabled: true}      | ''",
                "{is_enabled: '${ON}'}   | ''",
                "{is_enabled: false}     | shortcuts-without-interactivity warning",
                "{}                      | shortcuts-without-interactivity warning",
            })
    void shortcutsAreInteractions(String interactivity, String expected) {
        String manifest = "{features: {shortcuts: [{name: x}]}, settings: {interactivity: " + interactivity + "}}";

        assertEquals(expected, findings(manifest, "shortcuts-without-interactivity"));
    }
}
