package dev.transportadvisor.drill.advice;

/**
 * What to do about a bot that fails.
 *
 * @param why what goes wrong in Slack otherwise
 * @param remedy what to do
 * @param source where that stands
 */
public record Advice(String why, String remedy, String source) {}
