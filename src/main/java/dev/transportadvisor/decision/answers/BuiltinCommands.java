package dev.transportadvisor.decision.answers;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Slash commands that Slack itself answers, so that no app should carry their name. */
public record BuiltinCommands(List<Group> groups) {

    /** Commands, without their slash, that one source names. */
    public record Group(String source, List<String> commands) {}

    /** @throws dev.transportadvisor.source.InputException if the file does not hold groups of commands */
    public static BuiltinCommands read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        List<Group> groups =
                root.mappings("groups").stream().map(BuiltinCommands::group).toList();
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new BuiltinCommands(groups);
    }

    private static Group group(MappingReader reader) {
        List<String> commands = new ArrayList<>();
        for (Node item : reader.items("commands")) {
            if (item instanceof ScalarNode command) {
                commands.add(command.text());
            } else {
                reader.problems().at(item.span(), "A command must be a single word, not " + item.kindName() + ".");
            }
        }
        Group group = new Group(reader.requiredText("source"), commands);
        reader.rejectUnknownKeys();
        return group;
    }

    /** The source that says that a command is Slack's own. */
    public Optional<String> sourceOf(String command) {
        return groups.stream()
                .filter(group -> group.commands.contains(command))
                .map(Group::source)
                .findFirst();
    }
}
