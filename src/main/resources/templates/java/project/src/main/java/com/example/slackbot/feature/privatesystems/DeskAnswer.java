package com.example.slackbot.feature.privatesystems;

/** What the bot says, in Slack's markup, and to whom. */
sealed interface DeskAnswer {
    String text();

    /** To the one who asked; whatever was clicked stays as it is. */
    record Told(String text) implements DeskAnswer {}

    /** In the place of what was clicked. */
    record Done(String text) implements DeskAnswer {}

    /** To the one who asked, with a button to confirm and one to let it be. */
    record Confirmation(String text, String id) implements DeskAnswer {}

    /** To everybody in the channel, with a button to approve and one to refuse. */
    record Approval(String text, String id) implements DeskAnswer {}
}
