package com.example.slackbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.StartupException;
import com.example.slackbot.runtime.Transport;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "SLACK_BOT_TOKEN", "xoxb-test-token-for-loopback",
            "SLACK_APP_TOKEN", "xapp-test-token-for-loopback",
            "SLACK_SIGNING_SECRET", "signing-secret-for-loopback"));

    @Test
    void theEnvironmentOverridesTheDefaultTransport() throws Exception {
        assertEquals(Transport.Kind.SOCKET_MODE, Settings.read(environment, "socket-mode").transport());

        environment.put("SLACK_TRANSPORT", "events-api");
        assertEquals(Transport.Kind.EVENTS_API, Settings.read(environment, "socket-mode").transport());
    }

    @Test
    void transportPropertiesNamesATransport() throws Exception {
        assertEquals(Settings.defaultTransport(), Settings.read(environment, Settings.defaultTransport())
                .transport().toString());
    }

    @Test
    void asksOnlyForTheSecretsOfTheTransport() throws Exception {
        environment.remove("SLACK_SIGNING_SECRET");
        assertNull(Settings.read(environment, "socket-mode").signingSecret());

        environment.remove("SLACK_APP_TOKEN");
        environment.put("SLACK_SIGNING_SECRET", "signing-secret-for-loopback");
        assertNull(Settings.read(environment, "events-api").appToken());
    }

    @ParameterizedTest
    @CsvSource({
        "socket-mode, SLACK_BOT_TOKEN",
        "socket-mode, SLACK_APP_TOKEN",
        "events-api,  SLACK_BOT_TOKEN",
        "events-api,  SLACK_SIGNING_SECRET",
    })
    void namesAMissingVariable(String transport, String variable) {
        environment.put(variable, " ");

        List<String> problems = problems(transport);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(variable + " is missing: expected "), problems.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SLACK_BOT_TOKEN      | xapp-a-token-of-the-wrong-kind",
        "SLACK_BOT_TOKEN      | xoxb-tooshort",
        "SLACK_BOT_TOKEN      | 'xoxb-pasted-with-a-line-break\n'",
        "SLACK_APP_TOKEN      | xoxb-a-token-of-the-wrong-kind",
        "SLACK_APP_TOKEN      | 'xapp-with a space in it'",
        "SLACK_SIGNING_SECRET | tooshort",
        "SLACK_SIGNING_SECRET | 'a secret with spaces'",
        "SLACK_TRANSPORT      | carrier-pigeon",
        "SLACK_API_URL        | chat.example.com",
        "SLACK_API_URL        | 'http://a b/'",
        "PORT                 | 65536",
        "PORT                 | -1",
        "PORT                 | http",
        "HOST                 | 'no host'",
    })
    void neverPrintsAWrongValue(String variable, String value) {
        environment.put("SLACK_TRANSPORT", variable.equals("SLACK_SIGNING_SECRET") ? "events-api" : "socket-mode");
        environment.put(variable, value);

        List<String> problems = problems("socket-mode");
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable), problems.get(0));
        assertTrue(problems.get(0).contains(" is wrong: expected "), problems.get(0));
        assertFalse(problems.get(0).contains(value.strip()), problems.get(0));
        assertEquals(1, problems.get(0).lines().count());
    }

    @Test
    void reportsAllProblemsAtOnce() {
        environment.keySet().removeIf(name -> name.startsWith("SLACK_"));
        environment.put("PORT", "none");

        assertEquals(List.of("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "PORT"),
                problems("socket-mode").stream().map(problem -> problem.split(" ")[0]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://slack.com/api", "https://slack.com/api/"})
    void completesTheApiUrl(String url) throws Exception {
        environment.put("SLACK_API_URL", url);
        assertEquals("https://slack.com/api/", Settings.read(environment, "socket-mode").apiUrl());
    }

    @Test
    void listensWhereItIsTold() throws Exception {
        assertTrue(Settings.read(environment, "socket-mode").address().getAddress().isAnyLocalAddress());

        environment.put("HOST", "127.0.0.1");
        environment.put("PORT", "0");
        assertEquals(new InetSocketAddress("127.0.0.1", 0), Settings.read(environment, "socket-mode").address());
    }

    @Test
    void textHoldsNoSecret() throws Exception {
        String text = Settings.read(environment, "socket-mode").toString();

        assertTrue(Arrays.asList("xoxb", "xapp", "secret").stream().noneMatch(text::contains), text);
    }

    // region prometheus workspaces
    @Test
    void letsNobodyElsesPeopleAskPrivateSystems() {
        environment.put("SLACK_CLIENT_ID", "123.456");
        environment.put("SLACK_CLIENT_SECRET", "client-secret-for-loopback");
        environment.put("TOKEN_KEY", "bG9jYWwtc2xhY2stdG9rZW4ta2V5LW9mLTMyLWJ5dGU=");
        environment.put("PROMETHEUS_URL", "https://prometheus.example.com");

        assertTrue(problems("socket-mode").get(0).startsWith("SLACK_CLIENT_ID is wrong: expected none beside"));
    }

    // endregion
    private List<String> problems(String transport) {
        return assertThrows(StartupException.class, () -> Settings.read(environment, transport)).problems();
    }
}
