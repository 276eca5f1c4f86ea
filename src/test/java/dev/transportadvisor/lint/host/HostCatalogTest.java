package dev.transportadvisor.lint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.lint.Rules;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCatalogTest {

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource({
        "PUBLIC,      https://bots.acme.dev/slack/events",
        "PUBLIC,      https://BOTS.ACME.DEV:8443/slack/events?x=y#z",
        "PUBLIC,      https://93.184.216.34/",
        "PUBLIC,      https://[2606:2800:220:1:248:1893:25c8:1946]/",
        "PUBLIC,      https://100.128.0.1/",
        "PUBLIC,      https://172.32.0.1/",
        "PUBLIC,      https://user@acme.dev/",
        "PUBLIC,      https://acme.dev?next=http://localhost/",
        "PUBLIC,      https://localhost.acme.dev/",
        "PUBLIC,      https://notexample.com/",
        "PUBLIC,      https://example.community/",
        "PUBLIC,      https://ngrok.io.acme.dev/",
        "PUBLIC,      https://yourself.io/",
        "PUBLIC,      https://bücher.de/",
        "PUBLIC,      ftp://acme.dev/",
        "PUBLIC,      https://[1:2]/",
        "PUBLIC,      not a url at all.x",
        "LOCAL,       http://localhost:3000/slack/events",
        "LOCAL,       https://LOCALHOST",
        "LOCAL,       http://localhost./",
        "LOCAL,       https://bot.localhost/",
        "LOCAL,       https://printer.local/",
        "LOCAL,       https://api.internal/",
        "LOCAL,       http://slackbot:8080/events",
        "LOCAL,       http://127.0.0.1:3000/",
        "LOCAL,       http://127.9.9.9/",
        "LOCAL,       http://0.0.0.0/",
        "LOCAL,       http://10.1.2.3/",
        "LOCAL,       http://172.16.0.1/",
        "LOCAL,       http://172.31.255.255/",
        "LOCAL,       http://192.168.0.7/",
        "LOCAL,       http://169.254.169.254/",
        "LOCAL,       http://100.64.0.1/",
        "LOCAL,       http://[::1]:3000/",
        "LOCAL,       http://[fe80::1]/",
        "LOCAL,       http://[fe80::1%25eth0]/",
        "LOCAL,       http://[fd12:3456::1]/",
        "LOCAL,       http://[::ffff:127.0.0.1]/",
        "LOCAL,       https://user:pw@localhost/",
        "TUNNEL,      https://1f2e3d.ngrok.io/slack/events",
        "TUNNEL,      https://1F2E.NGROK-FREE.APP",
        "TUNNEL,      https://x.trycloudflare.com/",
        "TUNNEL,      https://x.loca.lt/",
        "TUNNEL,      https://abc-3000.euw.devtunnels.ms/",
        "PLACEHOLDER, https://example.com/slack/events",
        "PLACEHOLDER, https://api.example.com/",
        "PLACEHOLDER, https://YOUR_DOMAIN.example/",
        "PLACEHOLDER, https://bot.test/",
        "PLACEHOLDER, https://YOUR_DOMAIN/slack/events",
        "PLACEHOLDER, https://your-domain.com/",
        "PLACEHOLDER, https://api.your-company.com/",
        "PLACEHOLDER, https://TODO.amazonaws.com/",
        "PLACEHOLDER, https://BOT_URL/slack/events",
        "PLACEHOLDER, YOUR_REDIRECT_URL",
        "PLACEHOLDER, BACKEND_BASE_URL/slack/events",
        "PLACEHOLDER, https://<worker-url>/slack",
        "PLACEHOLDER, <Set this to the endpoint + /events>",
        "PLACEHOLDER, https://${HOST}/slack",
        "PLACEHOLDER, https://{{ host }}/slack",
        "PLACEHOLDER, https://x.ngrok.io/{{ path }}",
        "PLACEHOLDER, https://$HOST/slack",
        "PLACEHOLDER, {ApiEndpoint}/slack/events",
        "PLACEHOLDER, [baseUrl]/slack/events",
        "PLACEHOLDER, https://%HOST%/",
        "PLACEHOLDER, https://__HOST__/",
    })
    void tellsHostsByTheirNamesAlone(HostCatalog.Kind kind, String url) {
        assertEquals(kind, Rules.FACTS.hosts().kindOf(url));
    }

    @Test
    void saysWhatIsWrongWithTheListAllAtOnce() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> HostCatalog.read(new SourceFile(
                        "hosts.yaml", "schema: 1\nlocal:\n  - {hosts: [a], more: b}\ntunnels: []\n")));

        assertEquals(
                """
                hosts.yaml:3:5: Missing key `source` in an entry of `local`.
                hosts.yaml:3:18: Unknown key `more` in an entry of `local`. Allowed: source, hosts.
                hosts.yaml:4:1: Unknown key `tunnels` in the file. Did you mean `tunnel`? Allowed: schema, placeholder,\
                 local, tunnel.""",
                refusal.getMessage());
    }
}
