package dev.transportadvisor.decision.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.testing.HostileBytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as built-in commands. */
class BuiltinCommandsFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(HostileBytes.file("rules/builtin-commands.yaml"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "builtin-commands.yaml", BuiltinCommands::read);
    }
}
