package dev.transportadvisor.report.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.api.Test;

class RequestUrlsFormatterTest {

    @Test
    void tellsOfDifferentHostsAndPaths() {
        assertEquals(
                """
                app.yaml names 2 hosts: a.example, b.example. The local Slack posts to the bot
                alone, whatever the host.
                It posts to the paths that app.yaml names: events to /slack/events;
                interactivity to /clicks; /deploy to /slack/event; anything else to
                /slack/events.
                """,
                format("https://a.example/slack/events", "https://b.example/clicks", "https://a.example/slack/event"));
    }

    @Test
    void namesAPathOnce() {
        String url = "https://a.example/bot";
        assertEquals(
                """
                It posts to the paths that app.yaml names: events, interactivity, /deploy to
                /bot; anything else to /slack/events.
                """,
                format(url, url, url));
    }

    @Test
    void saysNothingOfWhatIsTheSame() {
        String url = "https://a.example/slack/events";
        assertEquals("", format(url, url, "https://<host>/slack/events"));
        assertEquals("", format(url, "{{url}}", url));
    }

    private static String format(String events, String interactivity, String command) {
        SourceFile file = new SourceFile("app.yaml", """
                features: {slash_commands: [{command: /deploy, url: "%s"}]}
                settings:
                  event_subscriptions: {request_url: "%s"}
                  interactivity: {request_url: "%s"}
                """.formatted(command, events, interactivity));
        RequestUrls urls = RequestUrls.of(new Manifest(file, DocumentReader.read(file)));
        return RequestUrlsFormatter.format("app.yaml", urls, "/slack/events");
    }
}
