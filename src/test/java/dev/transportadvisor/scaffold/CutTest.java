package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

    private static final Template KITCHEN = SmallTemplate.read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    a.java → x|// region oven|bake|// endregion|y → x|y
                    a.java → x|  // region oven|  bake|  // endregion|y|// region campfire|z|// endregion → x|y|z
                    a.sql → -- region oven|drop|-- endregion|a → a
                    a.md → a|<!-- region oven -->|b|<!-- endregion -->|c → a|c
                    .env.example → # region oven|A=|# endregion|B= → B=
                    Dockerfile → FROM x|# region oven|RUN y|# endregion → FROM x
                    a.java → x // region oven|# region oven → x // region oven|# region oven
                    """)
    void takesAwayRegionsThatNameAFeatureAndTheOtherMarks(String path, String text, String left) {
        Cut cut = Cut.of(Map.of(path, lines(text))).without(KITCHEN.feature("oven"));

        assertEquals(Map.of(path, lines(left)), cut.finished());
    }

    @Test
    void aFileThatConsistsOfARegionGoesWithIt() {
        Map<String, String> files = Map.of("a.sh", "# region oven cold-box\nbake\n# endregion\n", "empty", "");

        assertEquals(Map.of("empty", ""), Cut.of(files).without(KITCHEN.feature("oven")).finished());
    }

    @Test
    void keepsTheMarksOfWhatMayStillBeCut() {
        Cut cut = Cut.of(Map.of("a.sh", "# region campfire\nburn\n# endregion\n")).without(KITCHEN.feature("oven"));

        assertEquals("# region campfire\nburn\n# endregion\n", cut.files().get("a.sh"));
        assertEquals("burn\n", cut.finished().get("a.sh"));
    }

    @Test
    void takesFoldersAwayHoweverTheirLanguageSpellsThem() {
        Cut cut = Cut.of(Map.of(
                        "src/feature/coldbox/A.java", "",
                        "feature/cold_box/a.py", "",
                        "feature/cold-box/deep/a.js", "",
                        "deploy/cold-box/a.yaml", "",
                        "feature/oven/cold-box", "",
                        "coldbox/a", ""))
                .without(KITCHEN.feature("cold-box"));

        assertEquals(List.of("coldbox/a", "feature/oven/cold-box"), List.copyOf(cut.finished().keySet()));
    }

    @Test
    void takesValuesOutOfFilesThatHaveNoComments() {
        String list = "{\n  \"things\": [\"plate\", \"ice\", \"cup\"],\n  \"cold\": true,\n  \"z\": 1\n}\n";

        assertEquals(
                "{\n  \"things\": [\"plate\", \"cup\"],\n  \"z\": 1\n}\n",
                Cut.of(Map.of("list.json", list)).without(KITCHEN.feature("cold-box")).finished().get("list.json"));
    }

    /** What would be empty goes as well, and numbers of items mean those of the whole text. */
    @Test
    void takesSeveralValuesOutOfOneList() {
        Map<String, String> file = Map.of("a.json", "{\"a\": [0, 1, 2, 3], \"b\": {\"c\": 1}}");
        Feature some = feature("some", "/a/1", "/b/c");
        Feature others = feature("others", "/a/0", "/a/1", "/a/3");

        assertEquals("{\"a\": [2]}", Cut.of(file).without(some).without(others).finished().get("a.json"));
        assertEquals("{\"a\": [2]}", Cut.of(file).without(others).without(some).finished().get("a.json"));
    }

    private static Feature feature(String id, String... pointers) {
        return new Feature(
                id, "", Set.of(), Set.of(), Map.of(), Map.of("a.json", List.of(pointers)));
    }

    private static String lines(String text) {
        return text.strip().replace('|', '\n') + "\n";
    }
}
