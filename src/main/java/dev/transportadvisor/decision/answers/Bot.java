package dev.transportadvisor.decision.answers;

/**
 * The bot that a decision is about.
 *
 * @param name names the bot's folder, artifact and slash command
 * @param summary one line on what it does; may be empty
 */
public record Bot(String name, String summary) {}
