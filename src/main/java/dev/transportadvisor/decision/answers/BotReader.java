package dev.transportadvisor.decision.answers;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code bot} part of an answers file. */
final class BotReader {

    private static final List<String> SYSTEMS =
            Stream.concat(Bot.SYSTEMS.stream(), Stream.of(Answers.UNKNOWN)).toList();

    private final BotRules rules;
    private final Problems problems;

    BotReader(BuiltinCommands builtin, Problems problems) {
        this.rules = new BotRules(builtin);
        this.problems = problems;
    }

    Bot read(MappingReader bot) {
        String name = bot.requiredScalar("name").map(this::name).orElse("");
        String summary = bot.scalar("summary").map(this::summary).orElse("");
        Optional<String> language = bot.scalar("language")
                .filter(node -> !node.text().equals(Answers.UNKNOWN))
                .flatMap(node -> problems.choose("language", node, Bot.LANGUAGES, word -> word));
        List<String> systems = bot.choices("systems", SYSTEMS, word -> word).stream()
                .filter(word -> !word.equals(Answers.UNKNOWN))
                .toList();
        bot.rejectUnknownKeys();
        return new Bot(name, summary, language, systems);
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
