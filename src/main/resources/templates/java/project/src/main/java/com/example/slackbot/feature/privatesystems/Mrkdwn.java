package com.example.slackbot.feature.privatesystems;

/**
 * Text from elsewhere in Slack's markup.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Escaping text</a>
 */
final class Mrkdwn {
    /** A section takes 3,000 characters. */
    private static final int LONGEST = 2_900;

    private Mrkdwn() {}

    /** Mentions nobody, links nowhere, and fits into a section. */
    static String escaped(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return escaped.length() <= LONGEST
                ? escaped
                : escaped.substring(0, LONGEST).replaceFirst("&[a-z]{0,3}$", "") + " ...";
    }
}
