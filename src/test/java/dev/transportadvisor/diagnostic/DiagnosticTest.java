package dev.transportadvisor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

    /** Each differs from the one before in what counts next, and would come first by all that counts less. */
    @Test
    void isSortedByFileThenPositionThenRuleThenMessageThenPointer() {
        List<Diagnostic> sorted = List.of(
                diagnostic("a", 0, "a", "a", "/a"),
                diagnostic("a", 0, "a", "a", "/b"),
                diagnostic("a", 0, "a", "b", "/a"),
                diagnostic("a", 0, "b", "a", "/a"),
                diagnostic("a", 2, "a", "a", "/a"),
                diagnostic("b", 0, "a", "a", "/a"));
        List<Diagnostic> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);

        shuffled.sort(Diagnostic.ORDER);

        assertEquals(sorted, shuffled);
    }

    private static Diagnostic diagnostic(String path, int offset, String rule, String message, String pointer) {
        SourceFile file = new SourceFile(path, "text");
        return new Diagnostic(
                new RuleDescriptor(rule, Severity.NOTE, "", ""),
                message,
                file.location(file.span(offset, offset + 1)),
                pointer);
    }
}
