package dev.transportadvisor.decision.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.table.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerClassTest {

    /** Tests of a number, and the values that stand for each region, in ascending order. */
    @ParameterizedTest(name = "{2} from {0} up: {3}")
    @CsvSource({
        "1, true,  '> 5',           5 | 6",
        "1, true,  '>= 5',          4 | 5",
        "1, true,  '<= 5',          5 | 6",
        "1, true,  '< 5',           4 | 5",
        "1, true,  '> 500;> 50;> 5', 5 | 6 50 | 51 500 | 501",
        "1, true,  '> 5;>= 6',      5 | 6",
        // below the smallest number there is nothing
        "1, true,  '>= 1',          1",
        "1, true,  '> 0',           1",
        "3, true,  '>= 1',          3",
        // above the longest number there is nothing
        "1, true,  '> 999999999999', 999999999999",
        // no room for a whole step
        "0, false, '> 100',         100 | 101",
        "0, false, '< 0.5',         0 0.499999 | 0.5",
        "0, false, '> 1;>= 1.5',    0.5 1 | 1.000001 1.499999 | 1.5 2",
        "0.5, false, '< 1',         0.5 0.999999 | 1",
    })
    void numbersStandBesideTheThresholds(String min, boolean whole, String tests, String regions) {
        TableText text =
                TableText.between("left", "right").number("size", min, whole).criterion("space", "no", "yes");
        for (String test : tests.split(";")) {
            text.rule("r" + text.toString().length(), "space", "size: '" + test + "'", "must");
        }

        assertEquals(regions, show(text, 0));
    }

    @Test
    void wordsThatNoTestTellsApartAreOneRegion() {
        TableText text = TableText.between("left", "right")
                .words("host", "own", "hired", "none")
                .criterion("space", "no", "yes")
                .rule("own", "space", "host: own", "must");

        assertEquals("own | hired none", show(text, 0));
        assertEquals("own | hired | none", show(text.rule("not-hired", "space", "host: [none, own]", "must"), 0));
    }

    @Test
    void eachAnswerToANeedIsARegionAndAQuestionThatNoRuleAsksHasNone() {
        TableText text = TableText.between("left", "right")
                .need("wish")
                .need("idle")
                .number("size", "1", true)
                .criterion("wish", "no", "yes");

        assertEquals("must | should | nice | no", show(text, 0));
        assertEquals("", show(text, 1));
        assertEquals("", show(text, 2));
    }

    private static String show(TableText text, int input) {
        List<AnswerClass> regions = AnswerClass.of(text.read()).get(input);
        return regions.stream()
                .map(region -> region.values().stream().map(Value::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
