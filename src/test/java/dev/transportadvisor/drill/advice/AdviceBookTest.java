package dev.transportadvisor.drill.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceBookTest {

    private static final SourceFile BUILTIN = SourceReader.read(Path.of("rules/drill-advice.yaml"));
    private static final AdviceBook BOOK = AdviceBook.read(BUILTIN);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "401, SIGNATURE", "403, SIGNATURE", "404, PATH", "405, PATH", "301, REDIRECT", "308, REDIRECT", "500, CRASH",
        "503, CRASH", "400, NOT_UNDERSTOOD", "415, NOT_UNDERSTOOD"
    })
    void aStatusTellsTheCause(int status, Cause cause) {
        assertEquals(cause, Cause.ofStatus(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package.json | {\"dependencies\": {\"@slack/bolt\": \"^5\"}} | Bolt for JavaScript",
                "pyproject.toml | dependencies = [\"slack-bolt>=1.21\"] | Bolt for Python",
                "requirements.txt | slack_bolt==1.30.0 | Bolt for Python",
                "pom.xml | <groupId>com.slack.api</groupId> | Bolt for Java",
                "build.gradle.kts | implementation(\"com.slack.api:bolt:1.51.0\") | Bolt for Java"
            })
    void namesTheLineForTheFrameworkOfTheFolder(String file, String content, String framework) throws IOException {
        Files.writeString(folder.resolve(file), content);
        String code = BOOK.code(List.of(folder.resolve("other"), folder));
        assertTrue(code.startsWith(framework + ": `"), code);
        assertFalse(code.replace(framework, "").contains("Bolt for"), code);
    }

    @Test
    void namesTheLineOfEachWhereNoneIsFound() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"express\": \"5\"}}");
        String code = BOOK.code(List.of(folder));
        assertTrue(code.contains("Bolt for JavaScript: "), code);
        assertTrue(code.contains("Bolt for Python: "), code);
        assertTrue(code.contains("Bolt for Java: "), code);
    }

    @Test
    void eachCauseNeedsItsAdvice() {
        SourceFile without = new SourceFile("advice.yaml", BUILTIN.text().replace("  late:\n", "  latest:\n"));
        InputException problem = assertThrows(InputException.class, () -> AdviceBook.read(without));
        assertTrue(problem.getMessage().contains("Missing key `late` in `causes`."), problem.getMessage());
        assertTrue(problem.getMessage().contains("Unknown key `latest` in `causes`."), problem.getMessage());
    }
}
