package dev.transportadvisor.decision;

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
        BuiltinCommands commands = read("groups: [{source: here, commands: [me, who]}, {source: there, commands: [who, topic]}]");

        assertEquals(Optional.of("here"), commands.sourceOf("who"));
        assertEquals(Optional.of("there"), commands.sourceOf("topic"));
        assertEquals(Optional.empty(), commands.sourceOf("deploy"));
    }

    @Test
    void refusesAnythingElseWithItsPlace() {
        InputException refusal = assertThrows(InputException.class, () -> read("groups: [{source: here, commands: [[me]]}, {commands: who}]\nx: 1"));

        assertEquals(
                List.of(
                        "1:36 A command must be a single word, not a list.",
                        "1:44 Missing key `source` in an entry of `groups`.",
                        "2:1 Unknown key `x` in the file. Allowed: groups."),
                AnswersReaderTest.problems(refusal));
    }

    private static BuiltinCommands read(String yaml) {
        return BuiltinCommands.read(new SourceFile("commands.yaml", yaml));
    }
}
