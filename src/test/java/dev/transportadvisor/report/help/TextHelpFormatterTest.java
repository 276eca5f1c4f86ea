package dev.transportadvisor.report.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.report.format.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextHelpFormatterTest {

    private static final HelpTopic TOPIC = HelpTopicReader.read("tea", """
            # How to make tea

            Green tea wants water that has stopped boiling a while ago, and black tea wants it at once.

            ## What is needed

            - `water`: a cup of it.
            - `leaves`: a spoon of them, which are not boiled with the water but have it poured over them.

            ```sh
            kettle --on

              pour
            ```
            """);

    @Test
    void wrapsProseAndLeavesExamplesAsTheyAre() {
        assertEquals(
                """
                How to make tea

                Green tea wants water that has stopped boiling a while ago, and black tea wants
                it at once.

                What is needed

                  - `water`: a cup of it.
                  - `leaves`: a spoon of them, which are not boiled with the water but have it
                    poured over them.

                  kettle --on

                    pour
                """,
                new TextHelpFormatter(Style.PLAIN).format(TOPIC));
    }

    @Test
    void setsOffHeadingsOnATerminal() {
        HelpTopic topic = new HelpTopic("tea", "Tea", List.of(new HelpTopic.Heading("Milk")));
        assertEquals(
                "\u001b[1mTea\u001b[0m\n\n\u001b[1mMilk\u001b[0m\n", new TextHelpFormatter(Style.ANSI).format(topic));
    }

    @Test
    void listsNamesAndSummariesInColumns() {
        HelpTopic other = new HelpTopic("coffee", "How to make coffee", List.of());
        assertEquals(
                """
                  tea     How to make tea
                  coffee  How to make coffee
                """,
                new TextHelpFormatter(Style.PLAIN).list(List.of(TOPIC, other)));
    }
}
