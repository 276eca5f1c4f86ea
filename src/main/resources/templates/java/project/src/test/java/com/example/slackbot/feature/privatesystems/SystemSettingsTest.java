package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class SystemSettingsTest {
    private final Map<String, String> variables =
            new HashMap<>(Map.of("MILL_URL", "https://mill.example.com/api/", "MILL_TOKEN", "mill-secret"));

    @Test
    void readsAnAddressAndCredentials() throws Exception {
        Environment environment = new Environment(variables);
        SystemSettings settings = new SystemSettings(environment, "MILL_");

        assertTrue(settings.isThere());
        assertEquals("https://mill.example.com/api", settings.address());
        assertEquals("Bearer mill-secret", settings.bearer().header());
        environment.throwIfWrong();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://mill:9093", "https://10.0.0.1/", "http://[::1]:8080/a/b", "https://a-b.example.com/x",
    })
    void takesAnAddressThatJavasHttpClientTakes(String address) throws Exception {
        variables.put("MILL_URL", address);
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource({
        "MILL_URL,   mill.example.com",
        "MILL_URL,   file:///etc/passwd",
        "MILL_URL,   http://the_mill:9093",
        "MILL_URL,   https://mill.example.com/a|b",
        "MILL_URL,   https://bot:a-secret@mill.example.com",
        "MILL_URL,   https://mill.example.com/?token=a-secret",
        "MILL_URL,   https://mill.example.com/#a-secret",
        "MILL_TOKEN, a secret with spaces",
        "MILL_TOKEN, ''",
    })
    void saysInOneLineWhatIsWrongAndNeverTheValue(String variable, String value) {
        variables.put(variable, value);

        List<String> problems = problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable), problems.get(0));
        assertFalse(problems.get(0).contains("secret"), problems.get(0));
    }

    private List<String> problems() {
        Environment environment = new Environment(variables);
        SystemSettings settings = new SystemSettings(environment, "MILL_");
        settings.address();
        settings.bearer();
        try {
            environment.throwIfWrong();
            return List.of();
        } catch (StartupException e) {
            return e.problems();
        }
    }
}
