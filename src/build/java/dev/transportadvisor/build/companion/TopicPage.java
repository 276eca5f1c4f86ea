package dev.transportadvisor.build.companion;

import dev.transportadvisor.report.help.HelpTopic;
import dev.transportadvisor.report.help.HelpTopic.Block;
import java.util.stream.Collectors;

/** A topic of {@code help} as a manual page. */
final class TopicPage {

    private TopicPage() {}

    /** In section 7, which is for what is neither a command nor a file format; see man-pages(7). */
    static ManualPage of(HelpTopic topic, String version) {
        String name = "transport-advisor-" + topic.name();
        return new ManualPage(
                name,
                7,
                ManualPage.head(name, 7, topic.summary(), version) + ".SH DESCRIPTION\n" + body(topic));
    }

    /** Its text, without its name. */
    static String body(HelpTopic topic) {
        return topic.blocks().stream().map(TopicPage::roff).collect(Collectors.joining());
    }

    private static String roff(Block block) {
        if (block instanceof HelpTopic.Heading heading) {
            return ".SH " + ManualPage.escaped(heading.text()) + "\n";
        }
        if (block instanceof HelpTopic.Example example) {
            return example.lines().stream()
                    .map(line -> ManualPage.escaped(line) + "\n")
                    .collect(Collectors.joining("", ".PP\n.in +2n\n.EX\n", ".EE\n.in\n"));
        }
        return block instanceof HelpTopic.Item item
                ? ".IP \\(bu 2\n" + prose(item.text())
                : ".PP\n" + prose(((HelpTopic.Paragraph) block).text());
    }

    /** What stands between backticks is bold. */
    private static String prose(String text) {
        return ManualPage.escaped(text).replaceAll("`([^`]*)`", "\\\\fB$1\\\\fR") + "\n";
    }
}
