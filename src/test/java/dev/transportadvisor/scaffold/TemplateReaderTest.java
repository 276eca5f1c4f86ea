package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever can be wrong with a template is said when it is read. */
class TemplateReaderTest {

    @Test
    void readsTheListAndItsFiles() {
        Template template = SmallTemplate.read();

        assertEquals("tiny", template.id());
        assertEquals(new ProjectSpec("my-bot", "org.my.bot", "Says hello", "Chosen by hand.", 7), template.own());
        assertEquals(List.of("oven", "cold-box", "campfire"), template.featureIds());
        assertEquals(Map.of("build", "make", "test", "make test", "start", "./start.sh"), template.commands());
        assertEquals(Set.of("start.sh"), template.executables());
        assertEquals(6, template.project().size());
        assertEquals(Map.of("wood.txt", "wood\n"), template.choices().get("place").get("campfire"));
        assertEquals(Map.of(), template.choices().get("place").get("default"));
    }

    @Test
    void joinsWhatIsTheSameInEveryLanguage() {
        Template template = Template.read(
                SmallTemplate.files(Map.of("project/.env.example", "A=\n", "choice/wood/ash.txt", "ash\n")),
                SmallTemplate.files(SmallTemplate.FILES));

        assertEquals("A=\n", template.project().get(".env.example"));
        assertEquals(Set.of("ash.txt", "wood.txt"), template.choices().get("place").get("campfire").keySet());
    }

    @Test
    void saysWhereEverythingIsWrongInTheList() {
        String list = """
                schema: 1
                id: tiny
                title: Tiny
                names: [{text: Bot, is: bot}, {text: a, is: replicas}, {text: b, is: bott}]
                commands: {build: make}
                executables: [run]
                choices: {transport: {}, place: {hut: project}}
                features:
                  - {id: a, summary: A, needs: [b]}
                  - {id: a, summary: A, excludes: [c], choices: {plce: []}}
                extra: 1
                """;

        assertProblems(
                """
                template.yaml:1:1: No text of `names` is the summary.
                template.yaml:1:1: No text of `names` is the decision.
                template.yaml:1:9: `1` is not allowed in `schema`. Allowed: 2.
                template.yaml:4:31: The example of `replicas` is a number in brackets: `replicas: [2]`.
                template.yaml:4:70: `bott` is not allowed in `is`. Did you mean `bot`? Allowed: bot, package, summary,\
                 decision, transport, replicas, surge, rest, most,\
                 manifest.
                template.yaml:5:11: Missing key `test` in `commands`.
                template.yaml:5:11: Missing key `start` in `commands`.
                template.yaml:6:15: `run` is not allowed in `executables`. Allowed: a.
                template.yaml:7:11: The choice `transport` needs an option.
                template.yaml:7:26: The choice `place` needs the option `default`.
                template.yaml:7:34: The file `a` is in the project as well. Keep one.
                template.yaml:9:33: `b` is not allowed in `needs`. Allowed: .
                template.yaml:10:5: The feature `a` is listed twice. Keep one.
                template.yaml:10:36: `c` is not allowed in `excludes`. Allowed: a, a.
                template.yaml:10:50: `plce` is not allowed in `choices`. Did you mean `place`? Allowed: transport,\
                 place.
                template.yaml:11:1: Unknown key `extra` in the template. Allowed: features, schema, id, title, names,\
                 reserved, commands, choices, executables.""",
                () -> Template.read(Map.of(), SmallTemplate.files(Map.of("template.yaml", list, "project/a", ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "# region oven|# region cold-box|# endregion|# endregion → 2:1: A region cannot lie in another. Close"
                        + " the first one, or name both features in one mark.",
                "x|# region oven|y → 2:1: This region has no end.",
                "# endregion → 1:1: This ends a region that has not begun.",
                "x|# region ovn|# endregion → 2:1: There is no feature `ovn`. Did you mean `oven`? Allowed: oven,"
                        + " cold-box, campfire.",
                "# region|# endregion → 1:1: A mark names the features that need the region, each once.",
                "# region oven oven|# endregion → 1:1: A mark names the features that need the region, each once.",
            })
    void saysWhatIsWrongWithAMark(String text, String problem) {
        assertProblems(
                "run.sh:" + problem,
                () -> SmallTemplate.read(Map.of("project/run.sh", text.replace('|', '\n') + "\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '^',
            value = {
                "Bot.xyz → // region oven → 1:1: No comment is known for this kind of file, so it cannot be marked.",
                "Bot.java → a = 'Says hello' → 1:6: No summary can be written into this kind of file, for which no"
                        + " escape is known.",
                "a.yaml → a: Chosen by hand. → 1:4: No decision can be written into this kind of file, for which no"
                        + " escape is known.",
                "feature/fridge/a.txt → x → 1:1: The folder of `fridge` belongs to no feature. Allowed: oven, cold-box,"
                        + " campfire.",
            })
    void saysWhatCannotStandInAFile(String path, String text, String problem) {
        assertProblems(path + ":" + problem, () -> SmallTemplate.read(Map.of("project/" + path, text)));
    }

    @Test
    void saysWhichValuesAreNotThere() {
        assertProblems(
                "list.json:1:1: There is no value at `/cold`, which is said to belong to `cold-box`.",
                () -> SmallTemplate.read(Map.of("project/list.json", "{\"things\": [1, 2]}")));
        assertProblems(
                "The feature `oven` has values in `gone.json`, which is no file of the template.",
                () -> SmallTemplate.read(Map.of(
                        "template.yaml",
                        SmallTemplate.LIST.replace("It bakes", "It bakes, json: {gone.json: [/a]}"))));
    }

    @Test
    void refusesFilesThatNobodyAskedFor() {
        assertProblems(
                "template.yaml:1:1: The file `notes.txt` is in no folder of the project or of an option.",
                () -> SmallTemplate.read(Map.of("notes.txt", "")));
        assertProblems(
                "template.yaml:1:1: The file `project/start.sh` is in the contract as well. Keep one.",
                () -> Template.read(
                        SmallTemplate.files(Map.of("project/start.sh", "")),
                        SmallTemplate.files(SmallTemplate.FILES)));
    }

    @Test
    void refusesNamesThatNoBotMayHave() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> SmallTemplate.read(
                        Map.of("template.yaml", SmallTemplate.LIST.replace("text: my-bot", "text: Bot"))));

        assertEquals(true, refusal.getMessage().startsWith("A bot cannot be called `Bot`."), refusal.getMessage());
    }

    @Test
    void aTemplateWithoutItsListIsASentence() {
        assertProblems("The template has no file `template.yaml`.", () -> Template.read(Map.of(), Map.of()));
    }

    private static void assertProblems(String problems, Runnable reading) {
        assertEquals(problems, assertThrows(InputException.class, reading::run).getMessage());
    }
}
