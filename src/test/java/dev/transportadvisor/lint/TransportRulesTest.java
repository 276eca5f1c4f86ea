package dev.transportadvisor.lint;

import static dev.transportadvisor.lint.Manifests.findings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.lint.rule.Example;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether Slack can deliver at all, and over what. */
class TransportRulesTest {

    /** All that have something to say of a URL or of its absence: one cause, one finding. */
    private static final String[] TRANSPORT = {
        "command-without-url",
        "events-without-transport",
        "interactivity-without-transport",
        "local-request-url",
        "placeholder-url",
        "plain-http-url",
        "redirect-url-not-https",
        "request-url-ignored",
        "transport-not-declared",
        "tunnel-url",
        "invalid-value"
    };

    @ParameterizedTest(name = "Socket Mode {0}, request URL {1}: {2}")
    @CsvSource({
        "true,       ,                       ''",
        "true,       https://a.dev/x,        request-url-ignored note",
        "true,       http://localhost/x,     request-url-ignored note",
        "true,       https://x.ngrok.io/x,   request-url-ignored note",
        "true,       'https://${H}/x',       placeholder-url note",
        "true,       https://example.com/x,  placeholder-url note",
        "false,      ,                       interactivity-without-transport error",
        "false,      https://a.dev/x,        ''",
        "false,      http://a.dev/x,         plain-http-url warning",
        "false,      http://localhost/x,     local-request-url error",
        "false,      https://10.0.0.1/x,     local-request-url error",
        "false,      https://x.ngrok.io/x,   tunnel-url warning",
        "false,      'http://${H}/x',        placeholder-url note",
        "false,      http://example.com/x,   placeholder-url note",
        "${S},     ,                       placeholder-url note",
        "${S},     https://a.dev/x,        placeholder-url note",
        "${S},     http://localhost/x,     placeholder-url note",
        "null,       ,                       interactivity-without-transport error",
        "null,       https://a.dev/x,        transport-not-declared note",
        "null,       'https://${H}/x',       placeholder-url note",
    })
    void aRequestUrlIsJudgedByWhetherItIsUsed(String socketMode, String url, String expected) {
        String request = url == null ? "" : ", request_url: '" + url + "'";
        String manifest = "{display_information: {name: x}, settings: {interactivity: {is_enabled: true" + request
                + "}, socket_mode_enabled: " + quoted(socketMode) + "}}";

        String settings = manifest.replace("socket_mode_enabled: null", "org_deploy_enabled: false");
        assertEquals(expected, findings(settings, TRANSPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{url: 'https://localhost/x'}                           | local-request-url error",
                "{url: 'https://x.ngrok.io'}                            | tunnel-url warning",
                "{usage_hint: x}                                        | command-without-url error",
                "{url: '${URL}'}                                        | placeholder-url note",
            })
    void eachCommandHasAUrlOfItsOwn(String command, String expected) {
        String manifest = "{display_information: {name: x}, features: {bot_user: {display_name: x}, slash_commands: ["
                + command.replace("}", ", command: /deploy, description: x}]}")
                + ", oauth_config: {scopes: {bot: [commands]}}, settings: {socket_mode_enabled: false}}";

        assertEquals(expected, findings(manifest, TRANSPORT));
    }

    @ParameterizedTest(name = "decided {0}, Socket Mode {1}: {2}")
    @CsvSource({
        "socket-mode, true,     ''",
        "socket-mode, false,    transport-differs-from-decision",
        "socket-mode, ${S},   ''",
        "events-api,  true,     transport-differs-from-decision",
        "events-api,  false,    ''",
        "events-api,  ${S},   ''",
        "carrier-pigeon, true,  ''",
        ",            true,     ''",
    })
    void theManifestFollowsTheDecision(String decision, String socketMode, String expected) {
        String manifest =
                "{display_information: {name: x}, settings: {socket_mode_enabled: " + quoted(socketMode) + "}}";

        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), differences(manifest, decision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{display_information: {name: x}}", "{display_information: {name: x}, settings: {}}"})
    void withoutAWordOnSocketModeADecisionForItIsNotFollowed(String manifest) {
        assertEquals(List.of("transport-differs-from-decision"), differences(manifest, "socket-mode"));
    }

    private static List<String> differences(String manifest, String decision) {
        return Rules.lint(new Example(Manifests.asYaml(manifest), Optional.ofNullable(decision))).stream()
                .map(finding -> finding.rule().id())
                .filter("transport-differs-from-decision"::equals)
                .toList();
    }

    @ParameterizedTest(name = "{0}, PKCE {1}: {2}")
    @CsvSource({
        "http://acme.dev/oauth,       false, redirect-url-not-https warning",
        "http://localhost:3000/oauth, false, redirect-url-not-https warning",
        "http://localhost:3000/oauth, true,  ''",
        "https://localhost/oauth,     false, ''",
        "acme://oauth,                true,  ''",
        "'http://${HOST}/oauth',      false, placeholder-url note",
    })
    void aRedirectUrlIsOpenedByABrowser(String url, boolean pkce, String expected) {
        assertEquals(
                expected,
                findings("{display_information: {name: x}, oauth_config: {redirect_urls: ['" + url
                        + "'], pkce_enabled: " + pkce + "}}", TRANSPORT));
    }

    private static String quoted(String value) {
        return value.startsWith("$") ? "'" + value + "'" : value;
    }
}
