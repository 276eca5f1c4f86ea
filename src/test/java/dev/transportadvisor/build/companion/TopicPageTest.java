package dev.transportadvisor.build.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.report.help.HelpTopicReader;
import org.junit.jupiter.api.Test;

class TopicPageTest {

    @Test
    void aTopicIsAPageOfSectionSeven() {
        ManualPage page = TopicPage.of(
                HelpTopicReader.read("fixes", """
                        # What --fix changes

                        It shows `a\\b`.

                        ## Limits

                        - Never `-`.

                        ```sh
                        .hidden --fix …
                        ```
                        """),
                "1.0");
        assertEquals(
                """
                .TH TRANSPORT-ADVISOR-FIXES 7 "" "transport-advisor 1.0"
                .SH NAME
                transport\\-advisor\\-fixes \\- What \\-\\-fix changes
                .SH DESCRIPTION
                .PP
                It shows \\fBa\\eb\\fR.
                .SH Limits
                .IP \\(bu 2
                Never \\fB\\-\\fR.
                .PP
                .in +2n
                .EX
                \\&.hidden \\-\\-fix \\[u2026]
                .EE
                .in
                """,
                page.text());
    }
}
