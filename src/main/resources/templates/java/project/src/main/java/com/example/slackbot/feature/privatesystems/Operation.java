package com.example.slackbot.feature.privatesystems;

import java.util.List;

/**
 * One thing that people may ask of a system: a {@link Question} or a {@link Change}. What it says is plain text; who
 * sends it on escapes it for Slack.
 */
public sealed interface Operation permits Question, Change {

    /** How to ask for it, without the bot's name: its own name first. */
    String usage();

    /** The first word of the command, and the key in permissions.yaml. */
    default String name() {
        return usage().split(" ")[0];
    }

    /** Whether the words after the first are what it needs. Whatever it accepts is safe in a URL's path and in JSON. */
    boolean accepts(List<String> words);
}
