package com.example.slackbot.feature.privatesystems;

import java.util.regex.Pattern;

/**
 * Text from elsewhere in Slack's markup.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Escaping text</a>
 */
final class Mrkdwn {
    /** A section takes 3,000 characters. */
    private static final int LONGEST = 2_900;

    /** What turns the direction of text could show somebody who decides another text than the one that counts. */
    private static final Pattern TURNING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private Mrkdwn() {}

    /** Mentions nobody, hides nothing behind other words, and fits into a section. */
    static String escaped(String text) {
        String plain = TURNING.matcher(text).replaceAll("");
        String escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return escaped.length() <= LONGEST
                ? escaped
                : escaped.substring(0, LONGEST).replaceFirst("&[a-z]{0,3}$", "") + " ...";
    }
}
