package dev.transportadvisor.report.help;

import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.help.HelpTopic.Block;
import java.util.List;
import java.util.stream.Collectors;

/** Topics as a terminal of 80 columns shows them. */
public record TextHelpFormatter(Style style) {

    public String format(HelpTopic topic) {
        StringBuilder text = new StringBuilder(style.strong(topic.summary()) + "\n");
        Block before = null;
        for (Block block : topic.blocks()) {
            boolean isInList = block instanceof HelpTopic.Item && before instanceof HelpTopic.Item;
            text.append(isInList ? "" : "\n").append(format(block));
            before = block;
        }
        return text.toString();
    }

    private String format(Block block) {
        if (block instanceof HelpTopic.Heading heading) {
            return style.strong(heading.text()) + "\n";
        }
        if (block instanceof HelpTopic.Example example) {
            return example.lines().stream()
                    .map(line -> ("  " + line).stripTrailing() + "\n")
                    .collect(Collectors.joining());
        }
        return block instanceof HelpTopic.Item item
                ? Paragraph.hanging("  - ", "    ", item.text())
                : Paragraph.indented("", ((HelpTopic.Paragraph) block).text());
    }

    /** The topics, a line each. */
    public String list(List<HelpTopic> topics) {
        int width = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
        return topics.stream()
                .map(topic -> "  " + topic.name() + " ".repeat(width - topic.name().length() + 2) + topic.summary()
                        + "\n")
                .collect(Collectors.joining());
    }
}
