package dev.transportadvisor.report.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeQueryTest {

    private static final List<KnowledgeArea> AREAS = List.of(
            () -> List.of(item("platform", KnowledgeKind.QUESTION).alsoCalled("context.platform", "What is it?")),
            () -> List.of(item("platform", KnowledgeKind.TERM), item("train_is_late", KnowledgeKind.SLACK)),
            () -> List.of(item("users:read", KnowledgeKind.SCOPE)));

    private static KnowledgeItem item(String id, KnowledgeKind kind) {
        return new KnowledgeItem(id, kind, "A " + id + ".", List.of(), "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "platform,              question:platform term:platform",
        "term:platform,         term:platform",
        "term: platform,        term:platform",
        "context.platform,      question:platform",
        "what is   it,          question:platform",
        "`Train_Is_Late`,       slack:train_is_late",
        "scope:users:read,      scope:users:read",
        // The part before the colon is no kind.
        "users:read,            scope:users:read",
        "lint:platform,         ''",
        "plat,                  ''",
    })
    void findsWhatAWordNames(String asked, String found) {
        assertEquals(
                found,
                KnowledgeQuery.of(asked).in(AREAS).stream()
                        .map(KnowledgeItem::reference)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "trian_is_late,   Nothing is called `trian_is_late`. Did you mean `train_is_late`?",
        "plattform,       Nothing is called `plattform`. Did you mean `platform`?",
        // Five of its letters would have to change, although the word is long enough for that.
        "train_was_here,  Nothing is called `train_was_here`.",
        "late,            Nothing is called `late`. Known with it: train_is_late.",
        "term:plattform,  No term is called `plattform`. Did you mean `platform`?",
        "slack:plattform, No slack is called `plattform`.",
    })
    void proposesOnlyWhatIsNear(String asked, String message) {
        assertEquals(message, KnowledgeQuery.of(asked).unknown(AREAS));
    }

    @Test
    void severalMeaningsSayHowToAskForOne() {
        String text = new TextKnowledgeFormatter(Style.PLAIN).explain(KnowledgeQuery.of("platform").in(AREAS));

        assertTrue(text.contains("platform (question)\n"), text);
        assertTrue(text.endsWith("One alone: rules explain KIND:ID, here question:platform, term:platform\n"), text);
    }

    @Test
    void aReferenceToNothingIsFoundAtItsPlace() {
        Glossary glossary = Glossary.read(
                KnowledgeKind.SLACK,
                new SourceFile(
                        "words.yaml",
                        """
                        schema: 1
                        words:
                          - words: [no_train]
                            shown: at the station
                            means: No train comes.
                            found-by: ["question:platform", "question:track", platform]
                        """));

        assertEquals(
                List.of(
                        "words.yaml:6:37 Nothing known is `question:track`.",
                        "words.yaml:6:55 Nothing known is `platform`."),
                new GlossaryChecker(AREAS)
                        .check(glossary)
                        .map(finding -> finding.location() + " " + finding.message())
                        .toList());
    }
}
