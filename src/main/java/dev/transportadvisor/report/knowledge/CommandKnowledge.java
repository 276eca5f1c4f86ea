package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import java.util.List;

/** The slash commands that Slack answers itself. */
public record CommandKnowledge(BuiltinCommands commands) implements KnowledgeArea {

    @Override
    public List<KnowledgeItem> all() {
        return commands.groups().stream()
                .flatMap(group -> group.commands().stream().sorted().map(command -> item(command, group.source())))
                .toList();
    }

    private static KnowledgeItem item(String command, String source) {
        return new KnowledgeItem(
                        "/" + command,
                        KnowledgeKind.COMMAND,
                        "Slack answers this command itself, so no app should carry its name.",
                        List.of("What lint says of it: rules explain lint:builtin-command"),
                        source,
                        "")
                .alsoCalled(command);
    }
}
