package dev.transportadvisor.simulator.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.web.WebClient;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has happened, written and read again. */
class StoryTest {

    private static final StoryWriter WRITER = new StoryWriter(text -> text.replace("hunter2", "****"));

    @Test
    void aStoryGoesOnInAnotherLocalSlack() {
        String written = written(slack -> {
            WebClient client = WebClient.of(slack);
            client.call("chat.postMessage", Identity.BOT_TOKEN, "channel=C0SIMALRT&text=Disk is full");
            client.call("chat.postEphemeral", Identity.BOT_TOKEN, "channel=C01&user=U0SIMBEN0&text=Between us");
            client.call("views.publish", Identity.BOT_TOKEN, "user_id=U0SIMBEN0&view={\"blocks\":[]}");
            slack.deliver(Payloads.appMention("hello"));
        });
        try (SlackSimulator next = SlackSimulator.start()) {
            next.storyteller().restore(read(written));
            assertEquals(
                    "Disk is full",
                    next.people().conversations().messages("C0SIMALRT").get(0).path("text").asString());
            assertEquals(0, next.people().conversations().messages("C01").size(), "it is for Ben alone");
            assertTrue(next.people().views().homes().containsKey("U0SIMBEN0"));

            Delivery past = next.deliveries().get(0);
            assertEquals(Delivery.State.WITHHELD, past.state());
            assertEquals("Not today.", past.reason());
            assertEquals("app_mention", past.payload().name());
            assertEquals(unhashed(written), unhashed(WRITER.write(next.storyteller().tell())), "the same again");
        }
    }

    @Test
    void whatOpensSomethingIsLeftOut() {
        String written = written(slack -> {
            slack.deliver(Payloads.slashCommand("/deploy", "with hunter2"));
            WebClient.of(slack).call("chat.postMessage", Identity.BOT_TOKEN, "channel=C01&text=It is hunter2");
        });
        assertTrue(written.contains("with ****") && written.contains("It is ****"), written);
        for (String secret : new String[] {"hunter2", "trigger_id", "response_url", Identity.VERIFICATION_TOKEN}) {
            assertFalse(written.contains(secret), secret);
        }
    }

    @Test
    void ofAVeryLongStoryTheEndCanBeReadAgain() {
        String written = written(slack -> {
            for (int i = 0; i < 40; i++) {
                slack.deliver(Payloads.appMention(i + " " + "x".repeat(40_000)));
            }
        });
        assertTrue(written.getBytes(StandardCharsets.UTF_8).length < SourceReader.MAX_BYTES);
        Story story = read(written);
        PastDelivery past = story.deliveries().get(story.deliveries().size() - 1);
        String last = past.payload().body().at("/event/text").asString();
        assertTrue(last.contains("39 xxx"), last.substring(0, 30));
    }

    /** The local Slack lets in whom and what a script makes up. */
    @Test
    void whateverWasLetInTheStoryCanBeReadAgain() {
        String written = written(slack -> {
            WebClient client = WebClient.of(slack);
            for (String person : new String[] {"U1", "ada", "U0SIMBEN0"}) {
                client.call("chat.postEphemeral", Identity.BOT_TOKEN, "channel=C01&text=psst&user=" + person);
                client.call("views.publish", Identity.BOT_TOKEN, "view={\"blocks\":[]}&user_id=" + person);
            }
            slack.people().conversations().post("C01", JsonTree.object().put("ts", "1.2"));
            slack.people().conversations().post("C01", JsonTree.object().put("ts", "now"));
        });
        Story story = read(written);
        assertEquals(Set.of("U1", "U0SIMBEN0"), story.homes().keySet());
        assertEquals(3, story.messages().size(), "nobody can be ada, and now is no time");
    }

    @Test
    void ofVeryLargeHomeTabsTheLastCanBeReadAgain() {
        String view = "{\"blocks\":[{\"type\":\"divider\",\"block_id\":\"" + "x".repeat(100_000) + "\"}]}";
        String written = written(slack -> {
            for (String person : new String[] {"U01", "U02", "U03"}) {
                WebClient.of(slack).call("views.publish", Identity.BOT_TOKEN, "user_id=" + person + "&view=" + view);
            }
        });
        assertEquals(Set.of("U03"), read(written).homes().keySet());
    }

    @Test
    void theTimeOfAMessageIsATextHoweverItWasWritten() {
        Story story = read("{\"schema\":1,\"messages\":[{\"channel\":\"C01\",\"body\":{\"ts\":1700000000.000100}}]}");
        assertEquals("1700000000.000100", story.messages().get(0).timestamp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"schema\":2} | 1:11 `2` is not allowed in `schema`. Allowed: 1.",
                "{\"schema\":1,\"mesages\":[]} | 1:13 Unknown key `mesages` in the story. Did you mean `messages`?"
                        + " Allowed: schema, messages, homes, deliveries.",
                "{\"schema\":1,\"messages\":[{\"channel\":\"../x\",\"body\":{\"ts\":\"1.000001\"}}]} | 1:36 `../x` is"
                        + " not the id of a channel.",
                "{\"schema\":1,\"messages\":[{\"channel\":\"C01\",\"body\":{\"ts\":\"<b>\"}}]} | 1:55 `<b>` is not the"
                        + " time of a message.",
                "{\"schema\":1,\"messages\":[{\"channel\":\"C01\",\"body\":[]}]} | 1:49 `body` is to be an object, not"
                        + " a list.",
                "{\"schema\":1,\"homes\":{\"nobody\":{}}} | 1:22 `nobody` is not the id of a person.",
            })
    void whatIsNoStoryIsRefusedWithItsPlace(String text, String problem) {
        InputException refused = assertThrows(InputException.class, () -> read(text));
        String[] parts = problem.split(" ", 2);
        String first = refused.problems().get(0).toString();
        assertTrue(first.contains(":" + parts[0]) && first.contains(parts[1]), first);
    }

    private static String unhashed(String story) {
        return story.replaceAll("hash\\.\\d+", "");
    }

    private interface Plot {
        void play(SlackSimulator slack);
    }

    private static String written(Plot plot) {
        SimulatorSettings settings =
                SimulatorSettings.DEFAULT.withWithholding(payload -> Optional.of("Not today."));
        try (SlackSimulator slack = SlackSimulator.start(settings)) {
            plot.play(slack);
            return WRITER.write(slack.storyteller().tell());
        }
    }

    private static Story read(String text) {
        return StoryReader.read(new SourceFile("story.json", text));
    }
}
