package dev.transportadvisor.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource({"1, '    1 | '", "42, '   42 | '", "12345, '12345 | '", "123456, '123456 | '"})
    void theCaretsStandBelowTheirPlaceWhateverTheLine(int line, String gutter) {
        SourceFile file = new SourceFile("a.yaml", "\n".repeat(line - 1) + "a: b");
        int offset = line - 1 + 3;

        String excerpt = new Excerpt(Style.PLAIN).format(file.location(file.span(offset, offset + 1)).place());

        assertEquals(gutter + "a: b\n" + " ".repeat(gutter.length() + 3) + "^\n", excerpt);
    }
}
