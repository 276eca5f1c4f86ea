package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to Slack's check of a request URL: the challenge as plain text, as a form or as JSON, and called so. Slack
 * took other types once; what it was seen to refuse is refused here: text/html, none at all, and a text that is called
 * JSON.
 *
 * @see <a href="https://docs.slack.dev/reference/events/url_verification">url_verification</a>
 * @see <a href="https://github.com/johnagan/slack-devkit/pull/7">No text/html</a>
 * @see <a href="https://github.com/soxtoby/SlackNet/pull/145">Not without a type</a>
 * @see <a href="https://github.com/slackapi/python-slack-events-api/pull/99">No text that is called JSON</a>
 */
final class Challenge {

    static final String FAILED = "challenge_failed";

    /** Our own word: Slack says {@link #FAILED}, which does not tell what to mend. */
    static final String WRONG_TYPE = "challenge_type";

    private static final String FIELD = "challenge";

    private Challenge() {}

    /** What is wrong with the answer; nothing if it is right. */
    static Optional<String> trouble(String challenge, String contentType, String body) {
        String text = body.strip();
        boolean isForm = text.equals(FIELD + "=" + challenge);
        boolean isJson = JsonTree.parseObject(text)
                .map(answer -> answer.path(FIELD).asString(""))
                .equals(Optional.of(challenge));
        if (!isForm && !isJson && !text.equals(challenge)) {
            return Optional.of(FAILED);
        }
        boolean isCalledSo = switch (contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "text/plain" -> true;
            case "application/json" -> isJson;
            case Form.TYPE -> isForm;
            default -> false;
        };
        return isCalledSo ? Optional.empty() : Optional.of(WRONG_TYPE);
    }
}
