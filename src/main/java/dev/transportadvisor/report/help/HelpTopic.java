package dev.transportadvisor.report.help;

import java.util.List;

/**
 * A topic of the reference.
 *
 * @param name what a user asks for
 * @param summary one line
 */
public record HelpTopic(String name, String summary, List<Block> blocks) {

    /** A part of the text. What is meant as code stands between backticks. */
    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    public record Item(String text) implements Block {}

    /** Lines that are not wrapped. */
    public record Example(List<String> lines) implements Block {}

    public HelpTopic {
        blocks = List.copyOf(blocks);
    }
}
