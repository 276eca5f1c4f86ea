package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuiltinCommandsTest {

    @Test
    void namesTheSourceOfACommand() {
        BuiltinCommands commands = read(
                "schema: 1\ngroups: [{source: here, commands: [me, who]}, {source: there, commands: [who, topic]}]");

        assertEquals(Optional.of("here"), commands.sourceOf("who"));
        assertEquals(Optional.of("there"), commands.sourceOf("topic"));
        assertEquals(Optional.empty(), commands.sourceOf("deploy"));
    }

    @Test
    void refusesAnythingElseWithItsPlace() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> read("schema: 1\ngroups: [{source: here, commands: [[me]]}, {commands: who, y: 1}]\nx: 1"));

        assertEquals(
                List.of(
                        "2:36 A command must be a single word, not a list.",
                        "2:44 Missing key `source` in an entry of `groups`.",
                        "2:60 Unknown key `y` in an entry of `groups`. Allowed: commands, source.",
                        "3:1 Unknown key `x` in the file. Allowed: schema, groups."),
                AnswersReaderTest.problems(refusal));
    }

    private static BuiltinCommands read(String yaml) {
        return BuiltinCommands.read(new SourceFile("commands.yaml", yaml));
    }
}
