package dev.transportadvisor.source;

/**
 * A comment.
 *
 * @param text what stands behind the {@code #}, without blanks around it
 * @param span from the {@code #} to the end of the line
 * @param isAlone whether nothing else stands on its line
 */
public record Comment(String text, Span span, boolean isAlone) {}
