package dev.transportadvisor.simulator.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a manifest's URL counts on this machine: the path, as far as it is known. */
class RequestUrlTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://bots.example.com/slack/events, bots.example.com, /slack/events",
                "https://Bots.Example.com:8443/slack/events?app=1#top, bots.example.com:8443, /slack/events?app=1",
                "https://bots.example.com, bots.example.com, /",
                "https://bots.example.com?app=1, bots.example.com, /?app=1",
                "https://bots.example.com//evil.example/x, bots.example.com, //evil.example/x",
                // the host is yet to be filled in
                "https://<your-host>/slack/events, -, /slack/events",
                "https://{{host}}/slack/events, -, /slack/events",
                "https://${HOST}:3000/slack/events, -, /slack/events",
                "{{base_url}}/slack/events, -, /slack/events",
                "YOUR_PUBLIC_URL/slack/events, -, /slack/events",
                "/slack/events, -, /slack/events",
                // and perhaps the path with it
                "{{request_url}}, -, -",
                "https://<YOUR_DOMAIN>, -, -",
                "'', -, -",
                // the path is
                "https://bots.example.com/{{path}}/events, bots.example.com, -",
                "https://bots.example.com/<path>, bots.example.com, -",
                "https://bots.example.com/two words, bots.example.com, -",
            })
    void keepsThePath(String url, String host, String path) {
        assertEquals(host, new RequestUrl(url).host().orElse(null));
        assertEquals(path, new RequestUrl(url).path().orElse(null));
    }
}
