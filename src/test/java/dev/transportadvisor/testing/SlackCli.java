package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.http.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the Slack CLI does in a bot's folder: it asks {@code get-hooks} first, lays {@code .slack/hooks.json} over what
 * that answers, and runs the commands of both together by a shell.
 *
 * @param hooks commands and settings of both
 * @see <a href="https://github.com/slackapi/slack-cli/blob/v4.5.0/internal/shared/clients.go">How it puts them
 *     together</a>
 * @see <a href="https://github.com/slackapi/slack-cli/blob/v4.5.0/internal/hooks/hook_executor_v2.go">What it takes for
 *     an answer</a>
 */
public record SlackCli(Path bot, ObjectNode hooks) {

    private static final long SECONDS = 60;
    private static final String BOUNDARY = "b0a2d1";

    /** A process of the CLI that was started in a bot's folder, and has read its hooks. */
    public static SlackCli in(Path bot) throws Exception {
        ObjectNode own = object(Files.readString(bot.resolve(".slack/hooks.json")));
        ObjectNode both = object(answer(bot, own.at("/hooks/get-hooks").stringValue() + " "));
        lay(own, both);
        return new SlackCli(bot, both);
    }

    /** What {@code slack run} and {@code slack manifest} take for the app's manifest. */
    public String manifest() throws Exception {
        String command = command("get-manifest") + " --source=" + bot;
        if (!protocol().equals("message-boundaries")) {
            return answer(bot, command);
        }
        String said = answer(bot, command + " --protocol=message-boundaries --boundary=" + BOUNDARY);
        String[] parts = said.split(BOUNDARY, -1);
        return parts.length == 3 ? parts[1] : "";
    }

    /** What {@code slack run} does when the app is installed: it brings the tokens. */
    public Finished start(Map<String, String> tokens) throws Exception {
        return Finished.run(bot, tokens, SECONDS, List.of("sh", "-c", command("start") + " "));
    }

    /** The command of a hook, of whichever of both it comes from. */
    public String command(String hook) {
        return hooks.at("/hooks/" + hook).stringValue();
    }

    /** The first that it knows. */
    private String protocol() {
        return hooks.at("/config/protocol-version")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(List.of("message-boundaries", "default")::contains)
                .findFirst()
                .orElse("default");
    }

    private static void lay(ObjectNode over, ObjectNode below) {
        over.propertyStream().forEach(property -> {
            if (property.getValue() instanceof ObjectNode above
                    && below.get(property.getKey()) instanceof ObjectNode same) {
                lay(above, same);
            } else {
                below.set(property.getKey(), property.getValue());
            }
        });
    }

    private static ObjectNode object(String text) {
        return JsonTree.parseObject(text).orElseThrow(() -> new AssertionError("This is no JSON: " + text));
    }

    private static String answer(Path bot, String script) throws Exception {
        Finished run = Finished.run(bot, Map.of(), SECONDS, List.of("sh", "-c", script));
        assertEquals(0, run.status(), run::err);
        return run.out();
    }
}
