package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.lint.check.Subject;
import dev.transportadvisor.lint.rule.LintRule;
import dev.transportadvisor.lint.rule.RuleTable;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTableTest {

    private static final RuleTable TABLE = new RuleTable(Rules.CATALOG.rules());

    static Stream<String> examples() {
        return Rules.CATALOG.rules().stream()
                .flatMap(rule -> Stream.of(rule.bad(), rule.good()))
                .map(example -> example.text())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leavesOutOnlyRulesThatFindNothing(String text) {
        manifest(text).ifPresent(manifest -> {
            check(manifest);
            fields(manifest.document()).forEach(field -> {
                check(text, field.value().span(), "\"{{ LATER }}\"");
                field.key().ifPresent(key -> check(text, key.span(), "\"<<\""));
            });
        });
    }

    @Test
    void asksFewRulesOfASmallManifest() {
        Manifest small = manifest("display_information: {name: x}\n").orElseThrow();

        assertTrue(TABLE.about(small.document()).count() * 3 < Rules.CATALOG.rules().size());
    }

    @Test
    void asksAllOfWhatIsYetToBeFilledIn() {
        Manifest open = manifest("\"{{ MANIFEST }}\"\n").orElseThrow();

        assertEquals(Rules.CATALOG.rules(), TABLE.about(open.document()).toList());
    }

    private static void check(String text, Span span, String replacement) {
        manifest(text.substring(0, span.start().offset()) + replacement
                        + text.substring(span.end().offset()))
                .ifPresent(RuleTableTest::check);
    }

    private static void check(Manifest manifest) {
        Subject subject = Subject.of(manifest, Optional.of("socket-mode"), Rules.FACTS);
        List<String> asked = TABLE.about(subject.manifest().document()).map(LintRule::id).toList();
        List<String> finding = Rules.CATALOG.rules().stream()
                .filter(rule -> rule.check().findings(subject).findAny().isPresent())
                .map(LintRule::id)
                .toList();
        assertTrue(asked.containsAll(finding), () -> finding + " of " + manifest.file().text());
    }

    /** Empty where the text is no document. */
    private static Optional<Manifest> manifest(String text) {
        try {
            SourceFile file = new SourceFile("manifest.yaml", text);
            return Optional.of(new Manifest(file, DocumentReader.read(file)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Stream<Field> fields(Field field) {
        return field.children().stream().flatMap(child -> Stream.concat(Stream.of(child), fields(child)));
    }
}
