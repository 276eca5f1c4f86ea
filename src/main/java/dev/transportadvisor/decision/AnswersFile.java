package dev.transportadvisor.decision;

/** What an answers file says. */
public record AnswersFile(Bot bot, Answers answers) {}
