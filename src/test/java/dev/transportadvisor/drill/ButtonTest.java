package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.web.WebClient;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ButtonTest {

    private static final String BLOCKS = "[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"press\",\"value\":\"1\",\"text\":{\"type\":\"plain_text\",\"text\":\"Press\"}}]}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"channel\":\"C01\",\"text\":\"x\",\"blocks\":%s}",
                "application/x-www-form-urlencoded | channel=C01&text=x&blocks=%s",
            })
    void isFoundInACallWhicheverWayItComes(String type, String body) {
        try (SlackSimulator slack = SlackSimulator.start()) {
            WebClient.of(slack)
                    .post(
                            slack.apiUrl() + "chat.postMessage",
                            type,
                            body.formatted(BLOCKS),
                            "Authorization",
                            "Bearer " + Identity.BOT_TOKEN);
            assertEquals(
                    Optional.of(new Button("press", "b", "1")),
                    Button.first(Stream.of(), slack.journal().calls().stream()));
        }
    }
}
