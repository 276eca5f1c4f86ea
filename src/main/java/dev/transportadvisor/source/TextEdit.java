package dev.transportadvisor.source;

/**
 * One change to a text: the stretch {@code span} becomes {@code replacement}, and all else stays, byte for byte.
 *
 * @param span in the text before the change; an empty one marks where to insert
 */
public record TextEdit(Span span, String replacement) {}
