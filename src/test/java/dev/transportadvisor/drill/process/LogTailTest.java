package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^[[1;31mERROR^[[m] no HOME",
                "^[]0;a title\u0007[ERROR] no HOME",
                "^[]8;;http://localhost^[\\[ERROR]^[]8;;^[\\ no HOME",
                "^[(B[ERROR]^[=^[[K no HOME^[[?25h^[[2K",
            })
    void leavesOutWhatIsForATerminal(String printed) {
        assertEquals(List.of("[ERROR] no HOME"), lines(printed.replace("^[", "\u001b")));
    }

    @Test
    void masksASecretWithAColourInTheMiddle() {
        assertEquals(List.of("token …"), lines("token t0ken-\u001b[1mt0ken\u001b[0m"));
    }

    @Test
    void showsWhatIsNoSequence() {
        assertEquals(List.of("bell \\u0007, escape \\u001b"), lines("bell \u0007, escape \u001b"));
    }

    private static List<String> lines(String printed) {
        LogTail tail = new LogTail(new SecretMask(Map.of("SOME_TOKEN", "t0ken-t0ken")));
        tail.read(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        return tail.lines();
    }
}
