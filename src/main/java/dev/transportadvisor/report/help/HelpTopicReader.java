package dev.transportadvisor.report.help;

import dev.transportadvisor.report.help.HelpTopic.Block;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a topic from the little of Markdown that topics are written in: a title, headings of the second level,
 * paragraphs and items of one line each, and fenced examples.
 */
public final class HelpTopicReader {

    private static final String TITLE = "# ";
    private static final String HEADING = "## ";
    private static final String ITEM = "- ";
    private static final String FENCE = "```";

    private HelpTopicReader() {}

    /** @param name of the topic, which its text does not say */
    public static HelpTopic read(String name, String text) {
        Iterator<String> lines = text.lines().iterator();
        String summary = lines.next().substring(TITLE.length());
        List<Block> blocks = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty()) {
                blocks.add(block(line, lines));
            }
        }
        return new HelpTopic(name, summary, blocks);
    }

    private static Block block(String line, Iterator<String> rest) {
        if (line.startsWith(FENCE)) {
            return example(rest);
        }
        if (line.startsWith(HEADING)) {
            return new HelpTopic.Heading(line.substring(HEADING.length()));
        }
        return line.startsWith(ITEM)
                ? new HelpTopic.Item(line.substring(ITEM.length()))
                : new HelpTopic.Paragraph(line);
    }

    private static Block example(Iterator<String> lines) {
        List<String> example = new ArrayList<>();
        for (String line = lines.next(); !line.equals(FENCE); line = lines.next()) {
            example.add(line);
        }
        return new HelpTopic.Example(example);
    }
}
