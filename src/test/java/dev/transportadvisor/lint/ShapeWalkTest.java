package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.lint.shape.ShapeFault;
import dev.transportadvisor.lint.shape.ShapeWalk;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeWalkTest {

    private static final Set<String> SHAPE =
            Set.of(ShapeFault.Kind.values()).stream().map(ShapeFault.Kind::word).collect(Collectors.toSet());

    /** Each line is what is added to a minimal manifest, and what is said of it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // unknown keys
                "feature: {}                         | error Unknown key `feature` in the manifest. Did you mean"
                        + " `features`?",
                "features: {bot_user: {display_name: x, color: red}} | error Unknown key `color` in `bot_user`."
                        + " Allowed: display_name, always_online.",
                "oauth_config: {scopes: {bots: []}}  | error Unknown key `bots` in `scopes`. Did you mean `bot`?",
                "oauth_config: {scopes: {bots: [], bot: []}} | error Unknown key `bots` in `scopes`. Allowed:"
                        + " user, bot, user_optional, bot_optional.",
                "types: {t: {type: string, color: red}} | ''",
                // misplaced keys
                "event_subscriptions: {}             | error `event_subscriptions` belongs under `settings`.",
                "request_url: https://acme.dev       | error `request_url` belongs under"
                        + " `settings.event_subscriptions` or under `settings.interactivity`.",
                "settings: {bot_events: []}          | error `bot_events` belongs under"
                        + " `settings.event_subscriptions`.",
                "settings: {display_information: {}} | error `display_information` belongs at the top of the"
                        + " manifest.",
                "settings: {functions: {}}           | error `functions` belongs at the top of the manifest or under"
                        + " `features`.",
                "oauth_config: {scope: {}}           | error `scope` belongs under"
                        + " `external_auth_providers.oauth2.*.options`. Or did you mean `scopes`?",
                "settings: {description: x}          | error `description` belongs under `display_information`,"
                        + " under `functions.*` or under `workflows.*`.",
                "workflows: {w: {title: x, description: x, steps: [{id: x, function_id: x, inputs: {},"
                        + " description: x}]}} | error `description` belongs under `workflows.*`, under"
                        + " `workflows.*.input_parameters.*` or under `workflows.*.suggested_triggers.*`.",
                // versions
                "workflows: {w: {title: x, description: x, steps: [{id: x, function_id: x, inputs: {}, typ:"
                        + " function}]}} | error Unknown key `typ` in entry 1 of `steps`. Allowed: id, function_id,"
                        + " inputs.",
                "workflows: {w: {title: x, description: x, steps: [{id: x, function_id: x, inputs: {}, type:"
                        + " function}]}} | error `type` is known only in manifests whose `_metadata.major_version` is"
                        + " 2.",
                "_metadata: {major_version: 3}       | warning `major_version` must be from 1 to 2. Slack knows"
                        + " versions 1 and 2 and takes any other for 1.",
                "settings: {<<: {is_hosted: true}}   | error The key `<<` merges nothing here: YAML 1.2 does not know"
                        + " it. Write out what it stands for.",
                "_metadata: {major_version: 2}       | ''",
                // types
                "outgoing_domains: acme.dev          | error `outgoing_domains` must be a list, not text.",
                "types: {t: {type: x, x: {a: 1, a: 2}}} | error The key `a` stands here again; it stands first on line"
                        + " 2.",
                "settings: [{a: 1, a: 2}]            | error `settings` must be a mapping, not a list.; error The key"
                        + " `a` stands here again; it stands first on line 2.",
                "settings: {is_hosted: 'true'}       | error `is_hosted` must be true or false, not text. Leave the"
                        + " quotes out.",
                "settings: {is_hosted: on}           | ''",
                "settings: {is_hosted: 1}            | error `is_hosted` must be true or false, not a number.",
                "_metadata: {minor_version: '1'}     | error `minor_version` must be a whole number, not text. Leave"
                        + " the quotes out.",
                "settings: {hermes_app_type: 1}      | error `hermes_app_type` must be text, not a number. Put it in"
                        + " quotes.",
                "settings:                           | error `settings` must be a mapping, not nothing. Put something"
                        + " behind the key, or remove it.",
                "settings: []                        | error `settings` must be a mapping, not a list.",
                "outgoing_domains: [~]               | error Entry 1 of `outgoing_domains` must be text, not nothing."
                        + " Remove the entry.",
                "_metadata: {minor_version: 1.5}     | error `minor_version` must be a whole number.",
                "_metadata: {minor_version: 1.0}     | ''",
                "_metadata: {minor_version: -0x1F}   | ''",
                "settings: {function_runtime: remot} | warning `function_runtime` must be one of remote, slack. Did you"
                        + " mean `remote`? Slack's docs name no other runtime.",
                // disputes
                "features: {agent_view: {}}          | warning `agent_view` lacks the key `agent_description`. Slack's"
                        + " schema and its docs disagree whether it may be left out.",
                "mcp_servers: {m: {url: 'https://acme.dev'}} | warning `m` lacks the key `auth_type`. Slack's schema"
                        + " and its docs disagree whether it may be left out.",
                "outgoing_domains: [Acme.dev]        | warning Entry 1 of `outgoing_domains` must be a domain in lower"
                        + " case, without https:// and path. Slack's schema takes lower case only, its docs take both.",
                "settings: {function_runtime: local} | warning `function_runtime` must be one of remote, slack."
                        + " Slack's docs name no other runtime.",
                "features: {bot_user: {display_name: Deploy Bot}} | ''",
                "features: {rich_previews: {is_active: true}, search: {}} | ''",
                // lists
                "settings: {allowed_ip_address_ranges: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, 10.0.0.6,"
                        + " 10.0.0.7, 10.0.0.8, 10.0.0.9, 10.0.0.10, 10.0.0.11]} | note `allowed_ip_address_ranges`"
                        + " has 11 entries; at most 10 are allowed. Slack's docs say ten, its schema fifty.",
                "features: {shortcuts: []}           | error `shortcuts` is empty; it needs at least 1 entry.",
                "settings: {event_subscriptions: {metadata_subscriptions: [{app_id: A, event_type: b}, {event_type: b,"
                        + " app_id: A}]}} | error Entry 2 of `metadata_subscriptions` repeats the entry on line 2.",
                // placeholders
                "outgoing_domains: ['${DOMAIN}', '${DOMAIN}'] | ''",
                "settings: '{{settings}}'            | ''",
                "settings: {is_hosted: '${HOSTED}', event_subscriptions: {request_url: <YOUR_URL>}} | ''",
            })
    void says(String addition, String findings) {
        assertEquals(findings, shape("display_information: {name: x}\n" + addition + "\n"));
    }

    @Test
    void nothingIsNoManifest() {
        assertEquals("error The manifest must be a mapping, not nothing.", shape("---\n"));
    }

    @Test
    void aManifestIsAMapping() {
        assertEquals("error The manifest must be a mapping, not a list.", shape("[]"));
        assertEquals("error The manifest must be a mapping, not text.", shape("text"));
        assertEquals("error The manifest lacks the key `display_information`.", shape("{}"));
    }

    @Test
    void aLengthCountsCodePoints() {
        assertEquals("", shape("display_information: {name: " + "😀".repeat(35) + "}"));
        assertEquals(
                "error `name` has 36 characters; at most 35 are allowed.",
                shape("display_information: {name: " + "😀".repeat(36) + "}"));
    }

    /** Of two ways to describe a provider the one counts that knows the keys. */
    @Test
    void ofAlternativesTheNearestIsMeant() {
        assertEquals(
                "error `options` lacks the key `identity_config`.; error `options` lacks the key `token_url`.",
                shape("display_information: {name: x}\nexternal_auth_providers: {oauth2: {acme: {provider_type: CUSTOM,"
                        + " options: {client_id: x, scope: [], provider_name: Acme, authorization_url:"
                        + " 'https://acme.dev'}}}}"));
    }

    @Test
    void findsRepeatedKeysEvenWhereItKnowsNoKeys() {
        assertEquals(
                "error The key `a` stands here again; it stands first on line 2.",
                shape("display_information: {name: x}\nfeatures: {search: [{a: 1, a: 2}]}"));
    }

    /** A value in the wrong place may be a secret. */
    @ParameterizedTest
    @ValueSource(strings = {"request_url", "function_runtime"})
    void noMessageRepeatsAValue(String key) {
        String secret = "xoxb" + "-0";
        String findings = shape("display_information: {name: x}\nsettings: {function_runtime: " + secret
                + ", event_subscriptions: {request_url: " + secret + ", bot_events: [" + secret + ", " + secret
                + "]}}");

        assertAll(
                () -> assertEquals(3, findings.split("; error|; warning").length, findings),
                () -> assertFalse(findings.contains(secret), findings));
    }

    @Test
    void aValueThatAliasesRepeatIsWrongOnce() {
        assertEquals(
                "error `type` must be one of global, message.",
                shape("display_information: {name: x}\nfeatures: {shortcuts: [&a {name: x, callback_id: x, type: x,"
                        + " description: x}, *a, *a]}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "feature: {}                            | RenameKey /feature features",
                "color: red                             | none",
                "event_subscriptions: {}                | MoveField /event_subscriptions /settings",
                "request_url: https://acme.dev          | none",
                "callback_id: x                         | none",
                "oauth_config: {scope: {}}              | none",
                "settings: {function_runtime: remot}    | ReplaceValue /settings/function_runtime remote",
                "settings: {function_runtime: local}    | none",
                "outgoing_domains: [acme.dev, acme.dev] | RemoveRepetition /outgoing_domains/1",
                "settings: {is_hosted: true, is_hosted: true}  | RemoveRepetition /settings/is_hosted",
                "settings: {is_hosted: true, is_hosted: false} | none",
            })
    void knowsARemedyWhereOnlyOneIsLikely(String addition, String remedy) {
        assertEquals(
                List.of(remedy),
                faults("display_information: {name: x}\n" + addition + "\n").stream()
                        .map(fault -> fault.finding().remedies().stream()
                                .map(ShapeWalkTest::text)
                                .findFirst()
                                .orElse("none"))
                        .toList());
    }

    private static String text(Remedy remedy) {
        String name = remedy.getClass().getSimpleName();
        if (remedy instanceof Remedy.RenameKey rename) {
            return name + " " + rename.field().pointer() + " " + rename.name();
        } else if (remedy instanceof Remedy.MoveField move) {
            return name + " " + move.field().pointer() + " " + move.block();
        } else if (remedy instanceof Remedy.ReplaceValue replace) {
            return name + " " + replace.field().pointer() + " " + replace.word();
        }
        return name + " " + ((Remedy.RemoveRepetition) remedy).field().pointer();
    }

    private static List<ShapeFault> faults(String text) {
        SourceFile file = new SourceFile("manifest.yaml", text);
        return ShapeWalk.faults(Rules.FIELDS, new Manifest(file, DocumentReader.read(file)), url -> false);
    }

    /** What the rules of shape say of a manifest. */
    private static String shape(String text) {
        return Rules.lint(new SourceFile("manifest.yaml", text)).stream()
                .filter(finding -> SHAPE.contains(finding.rule().id()))
                .map(finding -> finding.severity().word() + " " + finding.message())
                .collect(Collectors.joining("; "));
    }
}
