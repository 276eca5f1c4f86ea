package com.example.slackbot.feature.privatesystems;

import java.util.List;

/**
 * One thing that people may ask of a system: a {@link Question} or a {@link Change}. What it says is plain text; who
 * sends it on escapes it for Slack.
 */
public interface Operation {

    /** The first word of the command, and the key in permissions.yaml. */
    String name();

    /** How to ask for it, without the bot's name. */
    String usage();

    /** Whether the words after the first are what it needs. Whatever it accepts is safe in a URL's path and in JSON. */
    boolean accepts(List<String> words);
}
