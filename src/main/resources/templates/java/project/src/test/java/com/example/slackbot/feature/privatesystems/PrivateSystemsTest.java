package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateSystemsTest {
    private static final PrivateSystem SKY = new PrivateSystem(Set.of("weather"), List.of(new Weather("dry")));
    private static final PrivateSystem NOT_SET_UP = new PrivateSystem(Set.of("launch"), List.of());

    @Test
    void knowsTheWordsOfWhatIsSetUp() throws Exception {
        assertEquals("I know these words:\n`/bot weather`", help(List.of(NOT_SET_UP, SKY)));
        assertEquals("No system is set up for this bot yet.", help(List.of(NOT_SET_UP)));
        assertEquals("No system is set up for this bot yet.", help(List.of()));
    }

    @Test
    void aSystemKnowsItsWords() {
        assertThrows(IllegalArgumentException.class,
                () -> new PrivateSystem(Set.of("launch"), List.of(new Weather("dry"))));
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIT_CHANNEL,        '#audit'",
        "CONFIRMATION_SECONDS, 0",
        "CONFIRMATION_SECONDS, 3601",
        "CONFIRMATION_SECONDS, ten",
    })
    void saysInOneLineWhatIsWrong(String variable, String value) throws Exception {
        Environment environment = new Environment(Map.of(variable, value));
        PrivateSystems.read(environment, List.of(SKY));

        List<String> problems = assertThrows(StartupException.class, environment::throwIfWrong).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable + " is wrong"), problems.get(0));
    }

    private static String help(List<PrivateSystem> systems) throws StartupException {
        Environment environment = new Environment(Map.of("CONFIRMATION_SECONDS", "3600"));
        PrivateSystems read = PrivateSystems.read(environment, systems);
        environment.throwIfWrong();
        return read.procedure(new InMemoryPendingRequests()).help("/bot");
    }
}
