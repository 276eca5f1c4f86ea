package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules as a program reads them when it starts, not as the tests share them. */
class RuleCatalogTest {

    @Test
    void whatIsReadAnewFindsTheSame() {
        RuleCatalog catalog = RuleCatalog.read(Rules.files(), Rules.facts());

        assertEquals(
                findings(Rules.CATALOG, Rules.CATALOG),
                findings(catalog, Rules.CATALOG));
        assertEquals(Rules.CATALOG.descriptors(), catalog.descriptors());
    }

    /** What a catalog says, in all its words, of the examples of another. */
    private static List<String> findings(RuleCatalog catalog, RuleCatalog examples) {
        return examples.rules().stream()
                .flatMap(rule -> Stream.of(rule.bad(), rule.good()))
                .flatMap(example -> new ManifestLinter(catalog, example.decision())
                        .lint(new SourceFile("manifest", example.text())).stream())
                .map(RuleCatalogTest::inWords)
                .toList();
    }

    private static String inWords(Diagnostic finding) {
        return finding.location() + " " + finding.severity() + " " + finding.rule().id() + " " + finding.message() + " "
                + finding.fix();
    }

    @Test
    void aKeyThatNobodyKnowsIsAnErrorInEveryFile() {
        for (SourceFile rule : Rules.files()) {
            SourceFile extra = new SourceFile(rule.path(), "extra: 1\n" + rule.text());
            List<SourceFile> files = Rules.files().stream()
                    .map(file -> file.path().equals(rule.path()) ? extra : file)
                    .toList();

            InputException refusal =
                    assertThrows(InputException.class, () -> RuleCatalog.read(files, Rules.FACTS));

            assertTrue(
                    refusal.getMessage().startsWith(rule.path() + ":1:1: Unknown key `extra` in "),
                    refusal.getMessage());
        }
    }
}
