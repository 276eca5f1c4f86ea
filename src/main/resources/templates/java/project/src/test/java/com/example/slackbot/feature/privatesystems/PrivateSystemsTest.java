package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class PrivateSystemsTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "PROMETHEUS_URL", "https://prometheus.example.com",
            "ALERTMANAGER_URL", "http://alertmanager:9093/",
            "ARGOCD_URL", "https://argocd.example.com",
            "ARGOCD_TOKEN", "argocd-secret",
            "JENKINS_URL", "https://ci.example.com/jenkins",
            "JENKINS_USER", "bot",
            "JENKINS_TOKEN", "jenkins-secret"));

    @Test
    void knowsTheWordsOfWhatIsSetUp() throws Exception {
        assertEquals(List.of("alerts", "silence", "status", "sync", "build"), words());

        variables.remove("ALERTMANAGER_URL");
        variables.remove("ARGOCD_URL");
        assertEquals(List.of("alerts", "build"), words());

        variables.clear();
        assertEquals("No system is set up for this bot yet.", help());
    }

    @ParameterizedTest
    @CsvSource({
        "PROMETHEUS_URL,   prometheus.example.com",
        "ALERTMANAGER_URL, file:///etc/passwd",
        "ALERTMANAGER_URL, http://alert_manager:9093",
        "JENKINS_URL,      https://ci.example.com/a|b",
        "JENKINS_URL,      https://bot:a-secret@ci.example.com",
        "ARGOCD_URL,       https://argocd.example.com/?token=a-secret",
        "ARGOCD_TOKEN,     a secret with spaces",
        "ARGOCD_TOKEN,     ''",
        "JENKINS_USER,     ''",
        "JENKINS_TOKEN,    ''",
        "PROMETHEUS_TOKEN, 'a secret'",
        "AUDIT_CHANNEL,    #audit",
    })
    void saysInOneLineWhatIsWrongAndNeverTheValue(String variable, String value) {
        variables.put(variable, value);

        List<String> problems = assertThrows(StartupException.class, this::read).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable), problems.get(0));
        assertFalse(problems.get(0).contains("secret"), problems.get(0));
    }

    private List<String> words() throws StartupException {
        return help().lines().skip(1).map(line -> line.split("[` ]")[2]).toList();
    }

    private String help() throws StartupException {
        return read().procedure(new InMemoryPendingRequests()).help("/bot");
    }

    private PrivateSystems read() throws StartupException {
        Environment environment = new Environment(variables);
        PrivateSystems systems = PrivateSystems.read(environment);
        environment.throwIfWrong();
        return systems;
    }
}
