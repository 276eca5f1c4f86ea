package com.example.slackbot.feature.workspaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacesSettingsTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "SLACK_CLIENT_ID", "123.456",
            "SLACK_CLIENT_SECRET", "client-secret-for-loopback",
            "TOKEN_KEY", KeyRingTest.NEW + "," + KeyRingTest.OLD));

    @Test
    void takesNoBotTokenBesideAClientId() throws Exception {
        Environment environment = new Environment(variables);

        assertNotNull(Workspaces.read(environment));
        assertNull(environment.botToken());
        environment.throwIfWrong();
    }

    @Test
    void isAtHomeInOneWorkspaceWithoutAClientId() {
        assertNull(Workspaces.read(new Environment(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_CLIENT_SECRET", "TOKEN_KEY"})
    void namesAMissingVariable(String variable) {
        variables.remove(variable);

        assertTrue(problem().startsWith(variable + " is missing: expected "), problem());
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_CLIENT_ID, an-app",
        "SLACK_CLIENT_SECRET, tooshort",
        "TOKEN_KEY, c2hvcnQ=",
        "TOKEN_KEY, no base64 at all!",
        "SLACK_REDIRECT_URI, https://bot.example.com/elsewhere",
    })
    void neverPrintsAWrongValue(String variable, String value) {
        variables.put(variable, value);

        assertTrue(problem().startsWith(variable + " is wrong: expected "), problem());
        assertFalse(problem().contains(value), problem());
    }

    private String problem() {
        Environment environment = new Environment(variables);
        Workspaces.read(environment);
        List<String> problems =
                assertThrows(StartupException.class, environment::throwIfWrong).problems();
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }
}
