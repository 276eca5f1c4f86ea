package dev.transportadvisor.cli.help;

import dev.transportadvisor.report.help.HelpTopic;
import dev.transportadvisor.report.help.HelpTopicReader;
import dev.transportadvisor.source.BuiltinFiles;
import java.util.List;

/** The topics of the reference that the program carries, a file each, and a file that lists them. */
public final class HelpTopics {

    private HelpTopics() {}

    /** In the order of the list. */
    public static List<HelpTopic> all() {
        return BuiltinFiles.read("help/topics").text().lines().map(HelpTopics::read).toList();
    }

    private static HelpTopic read(String name) {
        return HelpTopicReader.read(name, BuiltinFiles.read("help/" + name + ".md").text());
    }
}
