package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.knowledge.JsonKnowledgeFormatter;
import dev.transportadvisor.report.knowledge.KnowledgeFormatter;
import dev.transportadvisor.report.knowledge.TextKnowledgeFormatter;

/** The formats in which {@code rules list} and {@code rules explain} say what is known. */
enum KnowledgeFormat {
    TEXT,
    JSON;

    static final Argument<KnowledgeFormat> OPTION = Options.format(KnowledgeFormat.class, TEXT);

    KnowledgeFormatter formatter(Style style) {
        return switch (this) {
            case TEXT -> new TextKnowledgeFormatter(style);
            case JSON -> new JsonKnowledgeFormatter();
        };
    }
}
