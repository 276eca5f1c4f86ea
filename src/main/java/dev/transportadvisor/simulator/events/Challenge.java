package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.Optional;

/**
 * The answer to Slack's check of a request URL: the challenge as plain text, as a form or as JSON.
 *
 * @see <a href="https://docs.slack.dev/reference/events/url_verification">url_verification</a>
 */
final class Challenge {

    private static final String FIELD = "challenge";

    private Challenge() {}

    static boolean isAnswered(String challenge, String body) {
        String text = body.strip();
        return text.equals(challenge)
                || text.equals(FIELD + "=" + challenge)
                || JsonTree.parseObject(text)
                        .map(answer -> answer.path(FIELD).asString(""))
                        .equals(Optional.of(challenge));
    }
}
