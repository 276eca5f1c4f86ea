package dev.transportadvisor.lint;

import static dev.transportadvisor.lint.Manifests.bot;
import static dev.transportadvisor.lint.Manifests.findings;
import static dev.transportadvisor.lint.Manifests.messages;
import static dev.transportadvisor.lint.Manifests.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events need scopes, and both need names that Slack knows. */
class ScopeAndEventRulesTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // one scope
                "[app_mention]             | ['app_mentions:read']            | ''",
                "[app_mention]             | ['chat:write']                   | event-without-scope error",
                "[app_mention]             | []                               | event-without-scope error",
                "[app_mention, team_join]  | ['app_mentions:read']            | event-without-scope error",
                // one of several
                "[member_joined_channel]   | ['mpim:read']                    | ''",
                "[member_joined_channel]   | ['groups:read', 'chat:write']    | ''",
                "[member_joined_channel]   | ['channels:history']             | event-without-scope error",
                // none
                "[app_home_opened]         | ['chat:write']                   | ''",
                // not verified
                "[dnd_updated]             | ['chat:write']                   | event-without-scope note",
                "[dnd_updated]             | ['dnd:read']                     | ''",
                // to be filled in
                "[app_mention]             | ['${SCOPE}']                     | ''",
                "[app_mention]             | \"${SCOPES}\"                    | ''",
                "['${EVENT}']              | ['chat:write']                   | ''",
                "\"${EVENTS}\"             | ['chat:write']                   | ''",
                // not known, or not to be subscribed: others say so
                "[app_mentions]            | ['chat:write']                   | ''",
                "[presence_change]         | ['chat:write']                   | ''",
                "[channel_join]            | ['chat:write']                   | ''",
            })
    void anEventNeedsAScopeThatLetsItThrough(String events, String scopes, String expected) {
        assertEquals(expected, findings(bot(events, scopes), "event-without-scope"));
    }

    @Test
    void eachTokenIsJudgedByItsOwnScopes() {
        assertEquals(
                "", findings(user("[message.im]", "['im:history']"), "event-without-scope"));
        assertEquals(
                "event-without-scope error",
                findings(user("[message.im]", "['chat:write']"), "event-without-scope"));
        String other = "{settings: {event_subscriptions: {user_events: [message.im]}}, "
                + "oauth_config: {scopes: {bot: ['im:history']}}}";
        assertEquals(
                List.of("The event `message.im` needs `im:history` among the user scopes."),
                messages(other, "event-without-scope"));
        assertEquals(
                List.of("The event `channel_shared` needs one of `channels:read`, `groups:read` among the bot scopes."),
                messages(bot("[channel_shared]", "[]"), "event-without-scope"));
    }

    @Test
    void readsJsonAsWell() {
        String json = "{\"settings\": {\"event_subscriptions\": {\"bot_events\": [\"app_mention\"]}},"
                + " \"oauth_config\": {\"scopes\": {\"bot\": [\"chat:write\"]}}}";

        assertEquals("event-without-scope error", findings(json, "event-without-scope"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "app_mention,         ''",
        "app_mentions,        unknown-event warning",
        "presence_change,     event-not-subscribable error",
        "message_changed,     event-not-subscribable error",
        "star_added,          event-not-subscribable error",
        "invite_requested,    event-not-subscribable error",
        "url_verification,    event-not-subscribable note",
        "channel_archive,     ''",
        "file_comment_added,  deprecated-event warning",
        "message.app_home,    deprecated-event note",
        "resources_added,     deprecated-event note",
        "'''${EVENT}''',      ''",
        "file_comment,        'deprecated-event warning, event-not-subscribable error'",
    })
    void anEventIsKnownAndComesWithABotsToken(String event, String expected) {
        String all = bot("[" + event + "]", "[]");

        assertEquals(expected, findings(all, "unknown-event", "event-not-subscribable", "deprecated-event"));
    }

    @Test
    void saysWhatToSubscribeToInstead() {
        assertEquals(
                List.of("There is no event `app_mentions` in Slack's documentation. Did you mean `app_mention`?"),
                messages(bot("[app_mentions]", "[]"), "unknown-event"));
        assertEquals(
                List.of("There is no event `x` in Slack's documentation."),
                messages(bot("[x]", "[]"), "unknown-event"));
        assertEquals(
                List.of("The event `app_mention` comes with a bot token only, so it belongs under bot_events."),
                messages(user("[app_mention]", "[]"), "event-not-subscribable"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "bot,  'chat:write',           ''",
        "user, 'chat:write',           ''",
        "bot,  'chat:wite',            unknown-scope warning",
        "bot,  'views:write',          unknown-scope note",
        "bot,  'dnd:write',            scope-for-other-token error",
        "user, 'app_mentions:read',    scope-for-other-token error",
        "bot,  'connections:write',    scope-for-other-token error",
        // sources disagree, or are missing
        "bot,  'channels:write',       ''",
        "bot,  'reminders:read',       ''",
        "bot,  'mcp:connect',          ''",
        "bot,  bot,                    deprecated-scope warning",
        "user, 'files:write:user',     deprecated-scope warning",
        "bot,  'conversations:read',   deprecated-scope note",
        "bot,  'channels:history',     broad-scope note",
        "bot,  'im:history',           ''",
        "user, 'im:history',           broad-scope note",
        "user, 'admin.users:read',     broad-scope note",
        "bot,  'admin.users:read',     'broad-scope note, scope-for-other-token error'",
        "bot,  '${SCOPE}',             ''",
        "bot,  '$SCOPE',               ''",
    })
    void aScopeIsKnownAndForItsToken(String token, String scope, String expected) {
        String manifest = "{oauth_config: {scopes: {" + token + ": ['" + scope + "']}}}";

        assertEquals(
                expected,
                findings(manifest, "unknown-scope", "scope-for-other-token", "deprecated-scope", "broad-scope"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[app_mentoin]              | true", "[app_mention, app_mentoin] | false"})
    void whatIsListedAlreadyWasNotMeant(String events, boolean isFixable) {
        List<Diagnostic> unknown = Rules.lint(Manifests.asYaml(bot(events, "[]"))).stream()
                .filter(finding -> finding.rule().id().equals("unknown-event"))
                .toList();

        assertEquals(1, unknown.size());
        assertEquals(isFixable, unknown.get(0).fix().isPresent());
    }

    @Test
    void saysWhichScopeIsMeantAndWhoHoldsIt() {
        assertEquals(
                List.of("There is no scope `chat:wite` in Slack's documentation. Did you mean `chat:write`?"),
                messages(bot("[]", "['chat:wite']"), "unknown-scope"));
        assertEquals(
                List.of("A bot token cannot hold `dnd:write`, which is for user tokens."),
                messages(bot("[]", "['dnd:write']"), "scope-for-other-token"));
    }

    @ParameterizedTest(name = "events {0}, scopes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[message.im]    | ['im:history', 'links:read']           | scope-without-use note",
                "[message.im]    | ['im:history']                         | ''",
                "[message]       | ['im:history']                         | ''",
                "['${EVENT}']    | ['im:history']                         | ''",
                "\"${EVENTS}\"   | ['im:history']                         | ''",
                "[]              | [commands]                             | scope-without-use note",
                "[]              | ['users:read', '${SCOPE}']             | ''",
            })
    void aScopeServesSomething(String events, String scopes, String expected) {
        assertEquals(expected, findings(bot(events, scopes), "scope-without-use"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{slash_commands: [{command: /x}]}  | ''",
                "{shortcuts: [{name: x}]}           | ''",
                "{shortcuts: []}                    | scope-without-use note",
                "{slash_commands: '${COMMANDS}'}    | ''",
                "\"${FEATURES}\"                    | ''",
                "{}                                 | scope-without-use note",
            })
    void commandsServeCommandsAndShortcuts(String features, String expected) {
        String manifest = "{features: " + features + ", oauth_config: {scopes: {bot: [commands]}}}";

        assertEquals(expected, findings(manifest, "scope-without-use"));
    }

    @ParameterizedTest(name = "features {0}, scopes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{slash_commands: [{command: /x}]}  | [chat]         | commands-scope-missing error",
                "{slash_commands: [{command: /x}]}  | [commands]     | ''",
                "{slash_commands: [{command: /x}]}  | ['${SCOPE}']   | ''",
                "{slash_commands: [{command: /x}]}  | \"${SCOPES}\"  | ''",
                "{slash_commands: '${COMMANDS}'}    | [chat]         | ''",
                "{slash_commands: []}               | [chat]         | ''",
                "{bot_user: {}}                     | [chat]         | bot-user-missing error",
                "{bot_user: {display_name: x}}      | []             | bot-user-without-scopes error",
                "{bot_user: '${BOT}'}               | []             | ''",
                "{bot_user: {display_name: x}}      | \"${SCOPES}\"  | ''",
                "\"${FEATURES}\"                    | [chat]         | ''",
            })
    void whatStandsUnderFeaturesNeedsScopes(String features, String scopes, String expected) {
        String manifest = "{features: " + features + ", oauth_config: {scopes: {bot: " + scopes + "}}}";
        String botUser = features.contains("slash") ? "" : "bot-user-missing";

        assertEquals(
                expected, findings(manifest, "commands-scope-missing", botUser, "bot-user-without-scopes"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{bot: [a, b], bot_optional: [b]}        | ''",
                "{bot: [a], bot_optional: [b, c]} | optional-scope-not-listed error, optional-scope-not-listed error",
                "{bot: [a], user: [b], bot_optional: [b]}| optional-scope-not-listed error",
                "{user: [a], user_optional: [b]}         | optional-scope-not-listed error",
                "{user_optional: [b]}                    | optional-scope-not-listed error",
                "{bot: ['${A}'], bot_optional: [b]}      | ''",
                "{bot: [a], bot_optional: ['${B}']}      | ''",
                "{bot: '${A}', bot_optional: [b]}        | ''",
            })
    void anOptionalScopeIsListedTwice(String scopes, String expected) {
        assertEquals(
                expected, findings("{oauth_config: {scopes: " + scopes + "}}", "optional-scope-not-listed"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "functions: {find: {}}                               | ''",
                "functions: {other: {}}                              | search-without-function warning",
                "functions: {}                                       | search-without-function warning",
                "functions: [{callback_id: find}]                    | search-without-function warning",
                "functions: '${FUNCTIONS}'                           | ''",
                "functions: {'<<': {find: {}}}                       | ''",
                "functions: {other: '${FUNCTION}'}                   | ''",
                "x: {}                                               | search-without-function warning",
            })
    void aSearchNamesAFunction(String functions, String expected) {
        assertEquals(
                expected,
                findings(
                        "{features: {search: {search_function_callback_id: find}}, " + functions + "}",
                        "search-without-function"));
    }
}
