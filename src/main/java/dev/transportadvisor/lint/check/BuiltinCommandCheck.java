package dev.transportadvisor.lint.check;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether slash commands have names that Slack answers itself.
 *
 * @param at the names of the commands, with their slash
 * @param message {@code {value}} stands for the command
 */
record BuiltinCommandCheck(BuiltinCommands commands, FieldPath at, String message) implements Check {

    @Override
    public List<List<FieldPath>> places() {
        return List.of(List.of(at));
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return at.in(subject.document()).stream()
                .filter(field -> field.text().filter(this::isBuiltin).isPresent())
                .map(field -> Finding.of(field, message));
    }

    private boolean isBuiltin(String command) {
        return command.startsWith("/") && commands.sourceOf(command.substring(1)).isPresent();
    }
}
