package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheredNotesTest {

    private static final RuleDescriptor BROAD = rule("broad", Severity.NOTE);

    @ParameterizedTest(name = "lines {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3          | Too broad.",
                "3 5        | Too broad. Also on line 5.",
                "3 5 6 7 9  | Too broad. Also on lines 5-7, 9.",
                "3 4 5      | Too broad. Also on lines 4-5.",
                "3 3 3      | Too broad. 2 more on this line.",
                "3 3 5      | Too broad. Also on lines 3, 5.",
            })
    void aKindOfNoteStandsOnceAndNamesItsLines(String lines, String message) {
        String[] each = lines.split(" ");
        List<Diagnostic> notes = IntStream.range(0, each.length)
                .mapToObj(i -> note(BROAD, "a.yaml", Integer.parseInt(each[i]), i + 1))
                .toList();

        List<Diagnostic> gathered = GatheredNotes.of(notes);

        assertEquals(List.of(message), gathered.stream().map(Diagnostic::message).toList());
        assertEquals(notes.get(0).location(), gathered.get(0).location());
    }

    @Test
    void otherKindsOtherFilesAndWhatIsWorseStandByThemselves() {
        List<Diagnostic> findings = List.of(
                note(BROAD, "a.yaml", 1, 1),
                note(rule("unused", Severity.NOTE), "a.yaml", 2, 1),
                note(rule("tunnel", Severity.WARNING), "a.yaml", 3, 1),
                note(rule("tunnel", Severity.WARNING), "a.yaml", 4, 1),
                note(BROAD, "b.yaml", 1, 1));

        assertEquals(findings, GatheredNotes.of(findings));
    }

    @Test
    void aWordHasOneNoteAndAllThatIsWorse() {
        Diagnostic broad = note(BROAD, "a.yaml", 1, 1);
        Diagnostic unused = note(rule("unused", Severity.NOTE), "a.yaml", 1, 1);
        Diagnostic wrong = note(rule("wrong", Severity.ERROR), "a.yaml", 1, 1);

        assertEquals(List.of(broad, wrong), GatheredNotes.of(List.of(broad, unused, wrong)));
    }

    @Test
    void linesBeyondWhatAMessageHoldsAreCounted() {
        List<Diagnostic> notes = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> note(BROAD, "a.yaml", 2 * number, 1))
                .toList();

        String message = GatheredNotes.of(notes).get(0).message();

        assertEquals("Too broad. Also on lines 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40,"
                + " 42 and 9979 more.", message);
    }

    private static RuleDescriptor rule(String id, Severity severity) {
        return new RuleDescriptor(id, severity, "A rule.", "why", "remedy", "source");
    }

    private static Diagnostic note(RuleDescriptor rule, String path, int line, int column) {
        SourceFile file = new SourceFile(path, "\n".repeat(line - 1) + " ".repeat(column));
        int offset = line + column - 2;
        return new Diagnostic(rule, "Too broad.", file.location(file.span(offset, offset)), "/" + line);
    }
}
