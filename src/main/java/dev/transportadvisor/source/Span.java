package dev.transportadvisor.source;

/**
 * A stretch of text in one file.
 *
 * @param start the first character
 * @param end the place behind the last character; equal to {@code start} for an empty stretch
 */
public record Span(Position start, Position end) {}
