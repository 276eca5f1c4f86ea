package dev.transportadvisor.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixFormatterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "true,  ''",
        "false, 'a.yaml: This file is too large, or has too many faults, to try all fixes. What is left is reported.'",
    })
    void saysOfWhichFileNotAllFixesWereTried(boolean isComplete, String expected) {
        SourceFile file = new SourceFile("a.yaml", "");

        String leftOut = FixFormatter.leftOut(List.of(new Fixed(file, file, List.of(), List.of(), isComplete)));

        assertEquals(expected, leftOut.strip());
    }
}
