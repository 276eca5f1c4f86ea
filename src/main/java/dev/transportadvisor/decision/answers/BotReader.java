package dev.transportadvisor.decision.answers;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;

/** Reads the {@code bot} part of an answers file. */
final class BotReader {

    private final BotRules rules;
    private final Problems problems;

    BotReader(BuiltinCommands builtin, Problems problems) {
        this.rules = new BotRules(builtin);
        this.problems = problems;
    }

    Bot read(MappingReader bot) {
        String name = bot.requiredScalar("name").map(this::name).orElse("");
        String summary = bot.scalar("summary").map(this::summary).orElse("");
        bot.rejectUnknownKeys();
        return new Bot(name, summary);
    }

    private String name(ScalarNode node) {
        rules.wrongWithName(node.text()).forEach(wrong -> problems.at(node.span(), wrong));
        return node.text();
    }

    private String summary(ScalarNode node) {
        String summary = node.text().strip();
        rules.wrongWithSummary(summary).forEach(wrong -> problems.at(node.span(), wrong));
        return summary;
    }
}
