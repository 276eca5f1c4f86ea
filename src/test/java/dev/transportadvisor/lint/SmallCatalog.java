package dev.transportadvisor.lint;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A world with few rules and facts, for tests of what holds whatever the rules are. */
public final class SmallCatalog {

    public static final Facts FACTS = new Facts(
            ManifestFields.read(facts("""
                    schema: 1
                    sources: [https://docs.example]
                    shapes: {}
                    manifest:
                      required: {display_information: {required: {name: text}}}
                      optional:
                        features:
                          optional:
                            app_home: {optional: {messages_tab_enabled: flag, messages_tab_read_only_enabled: flag}}
                            bot_user: {required: {display_name: text}}
                            slash_commands: {list: {required: {command: text}, optional: {url: text}}}
                        oauth_config: {optional: {scopes: {optional: {bot: {list: text, unique: true}}}}}
                        settings:
                          optional:
                            event_subscriptions: {optional: {bot_events: {list: text, unique: true}}}
                            socket_mode_enabled: flag
                    """)),
            EventCatalogReader.read(facts("""
                    schema: 1
                    sections:
                      - source: https://docs.example/{event}
                        delivery: subscription
                        groups:
                          - {bot: "app_mentions:read", events: [app_mention]}
                          - {scopes: "im:history", events: [message.im]}
                    """)),
            ScopeCatalogReader.read(facts("""
                    schema: 1
                    sections:
                      - source: https://docs.example/{scope}
                        groups:
                          - tokens: [bot]
                            scopes: {commands: a, "app_mentions:read": b, "im:history": c, "chat:write": d}
                    """)),
            HostCatalog.read(facts("schema: 1\n")),
            SecretShapes.read(facts(
                    "schema: 1\nshapes: [{what: a token, mark: xoxb, pattern: 'xoxb-\\S+', source: docs.example}]\n")),
            BuiltinCommands.read(facts("schema: 1\ngroups: []\n")),
            new AgentViews(Map.of(), Map.of(), Map.of()));

    public static final RuleCatalog CATALOG = RuleCatalog.read(
            Stream.of(
                            "syntax-error: {kind: syntax}",
                            "unused-suppression: {kind: suppression, problem: unused}",
                            "expired-suppression: {kind: suppression, problem: expired}",
                            "invalid-suppression: {kind: suppression, problem: invalid}",
                            "duplicate-key: {kind: shape, fault: duplicate-key}",
                            "invalid-value: {kind: shape, fault: invalid-value}",
                            "misplaced-key: {kind: shape, fault: misplaced-key}",
                            "missing-key: {kind: shape, fault: missing-key}",
                            "unknown-key: {kind: shape, fault: unknown-key}",
                            "unknown-event: {kind: event-status, messages: {unknown: It.}}",
                            "unknown-scope: {kind: scope-status, messages: {unknown: It.}}",
                            "event-without-scope: {kind: event-scope, message: It.}",
                            """
                            command-without-url:
                              kind: requires
                              each: /features/slash_commands/*
                              when: [{path: /settings/socket_mode_enabled, is: not-true}]
                              needs: [{path: url, is: present}]
                              at: command
                              message: It.
                            """,
                            """
                            commands-scope-missing:
                              kind: requires
                              when: [{path: /features/slash_commands, is: present}]
                              needs: [{path: /oauth_config/scopes/bot/*, has: commands}]
                              at: /features/slash_commands
                              fix: {add: commands, to: /oauth_config/scopes/bot}
                              message: It.
                            """,
                            """
                            events-without-transport:
                              kind: requires
                              when: [{path: /settings/event_subscriptions/bot_events, is: present}]
                              needs: [{path: /settings/socket_mode_enabled, is: true}]
                              at: /settings/event_subscriptions/bot_events
                              message: It.
                            """,
                            """
                            messages-tab-off:
                              kind: requires
                              when: [{path: /settings/event_subscriptions/bot_events/*, has: message.im}]
                              needs:
                                - all:
                                    - {path: /features/app_home/messages_tab_enabled, is: true}
                                    - {path: /features/app_home/messages_tab_read_only_enabled, is: not-true}
                              at: /features
                              fix:
                                - {set: /features/app_home/messages_tab_enabled, value: true}
                                - {set: /features/app_home/messages_tab_read_only_enabled, value: false}
                              message: It.
                            """)
                    .map(SmallCatalog::rule)
                    .toList(),
            FACTS);

    private SmallCatalog() {}

    /** @param check the rule's id, and behind it the check */
    private static SourceFile rule(String check) {
        int colon = check.indexOf(':');
        return rule(check.substring(0, colon), check.substring(colon + 1).replace("\n", "\n  "));
    }

    /** The file of a rule, an error without words of its own. */
    public static SourceFile rule(String id, String check) {
        return new SourceFile(
                "rules/" + id + ".yaml",
                """
                id: %s
                severity: error
                summary: S.
                why: W.
                remedy: R.
                source: https://docs.example
                bad: "a: 1"
                good: "a: 1"
                check: %s
                """.formatted(id, check));
    }

    /** What is wrong with a file. */
    static List<Diagnostic> lint(SourceFile file) {
        return new ManifestLinter(CATALOG, Optional.empty()).lint(file);
    }

    private static SourceFile facts(String text) {
        return new SourceFile("facts.yaml", text);
    }
}
