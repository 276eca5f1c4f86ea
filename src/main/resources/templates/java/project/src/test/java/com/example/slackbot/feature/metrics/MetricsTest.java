package com.example.slackbot.feature.metrics;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.Payloads;
import com.example.slackbot.RunningBot;
import com.example.slackbot.runtime.Transport;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {

    @ParameterizedTest
    @EnumSource
    void tellsHowTheBotIs(Transport.Kind transport) throws Exception {
        try (RunningBot running = RunningBot.start(transport)) {
            running.delivery.event(Payloads.mention("hi"));
            running.delivery.command(Payloads.command(running.slack.responseUrl()));

            eventually(() -> has(page(running), "slack_bot_work_waiting 0.0"));
            HttpResponse<String> page = page(running);

            assertEquals(200, page.statusCode());
            assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
            assertHas(page, "slack_bot_ready 1.0");
            assertHas(page, "slack_bot_deliveries_total{acknowledged=\"true\",kind=\"command\"} 1.0");
            assertHas(page, "slack_bot_deliveries_total{acknowledged=\"true\",kind=\"event\"} 1.0");
            assertHas(page, "slack_bot_answer_seconds_count 2");
            assertHas(page, "slack_bot_sockets " + (transport == Transport.Kind.SOCKET_MODE ? "1.0" : "0.0"));
        }
    }

    private static HttpResponse<String> page(RunningBot running) throws Exception {
        return RunningBot.get(running.bot.port(), Metrics.PATH);
    }

    private static boolean has(HttpResponse<String> page, String line) {
        return page.body().lines().anyMatch(line::equals);
    }

    private static void assertHas(HttpResponse<String> page, String line) {
        assertTrue(has(page, line), page.body());
    }
}
