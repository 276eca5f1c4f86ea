package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {

    private static final String LIST = """
            schema: 1
            id: tiny
            names:
              bot: my-bot
              package: org.my.bot
              summary: Says hello
              transport: socket-mode
              decision: Chosen by hand.
            files: [README.md, bin/run]
            executables: [bin/run]
            transports:
              socket-mode: []
              events-api: [README.md]
            """;

    @Test
    void readsTheListAndItsFiles() {
        Template template = read(Map.of(
                "template.yaml", LIST, "project/README.md", "one",
                "project/bin/run", "#!", "events-api/README.md", "two"));

        assertEquals(
                new Template(
                        "tiny",
                        new ProjectSpec("my-bot", "org.my.bot", "Says hello", "socket-mode", "Chosen by hand."),
                        Map.of("README.md", "one", "bin/run", "#!"),
                        Map.of("socket-mode", Map.of(), "events-api", Map.of("README.md", "two")),
                        Set.of("bin/run")),
                template);
    }

    @Test
    void saysWhereEverythingIsWrong() {
        String list = """
                schema: 2
                id: tiny
                names: {bot: Bot, package: org.my.bot, summary: Says hello, transport: a, decision: b}
                files: [README.md, README.md, [x], gone]
                executables: [run]
                transports: {a: [lost]}
                extra: 1
                """;

        InputException problems = assertThrows(
                InputException.class, () -> read(Map.of("template.yaml", list, "project/README.md", "")));

        assertEquals(
                """
                template.yaml:1:9: `2` is not allowed in `schema`. Allowed: 1.
                template.yaml:3:8: A bot cannot be called `Bot`. Allowed are 2 to 31 small letters, digits and\
                 hyphens, with a letter at the start and no hyphen at the end, such as `deploy-bot`. Change the\
                 bot's `name`.
                template.yaml:4:20: The file `README.md` is listed twice. Keep one.
                template.yaml:4:31: A file is named by its path, not by a list.
                template.yaml:4:36: The template has no file `project/gone`.
                template.yaml:5:15: An entry of `executables` must be one of `files`.
                template.yaml:6:18: The template has no file `a/lost`.
                template.yaml:7:1: Unknown key `extra` in the template. Allowed: schema, id, names, files, transports,\
                 executables.""",
                problems.getMessage());
    }

    @Test
    void aNameThatNothingStandsForIsAProblem() {
        Map<String, String> files = Map.of(
                "template.yaml", LIST.replace("  bot:", "  boot: x\n  bot:"), "project/README.md", "",
                "project/bin/run", "", "events-api/README.md", "");

        InputException problems = assertThrows(InputException.class, () -> read(files));

        assertEquals(
                "template.yaml:4:3: Unknown key `boot` in `names`. Did you mean `bot`?"
                        + " Allowed: bot, package, summary, transport, decision.",
                problems.getMessage());
    }

    @Test
    void missesWhatIsRequired() {
        InputException problems = assertThrows(InputException.class, () -> read(Map.of("template.yaml", "id: tiny")));

        assertEquals(
                """
                template.yaml:1:1: Missing key `schema` in the template.
                template.yaml:1:1: Missing key `names` in the template.
                template.yaml:1:1: Missing key `files` in the template.
                template.yaml:1:1: Missing key `transports` in the template.""",
                problems.getMessage());
    }

    @Test
    void aTemplateWithoutItsListIsASentence() {
        InputException problem = assertThrows(InputException.class, () -> read(Map.of()));

        assertEquals("The template has no file `template.yaml`.", problem.getMessage());
    }

    private static Template read(Map<String, String> files) {
        return new TemplateReader(path -> Optional.ofNullable(files.get(path)).map(text -> new SourceFile(path, text)))
                .read();
    }
}
