package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

class CommandTest {

    /** Arguments, and the commands that are made for them besides the program itself. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "recommend answers.yaml, recommend",
        "rules explain serverless, rules explain",
        "recommend --help, recommend",
        "rules --help, rules check explain list",
        "rules check explain, rules check",
    })
    void onlyTheChosenCommandIsMade(String arguments, String made) {
        CommandSpec tree = new RootCommand().tree(List.of(arguments.split(" ")));
        assertEquals(made, names(tree));
    }

    @ParameterizedTest
    @CsvSource({"''", "--help", "recomend", "--version recommend"})
    void everyCommandIsMadeWhereNoneIsChosenYet(String arguments) {
        CommandSpec tree = new RootCommand().tree(List.of(arguments.split(" ")));
        assertTrue(tree.subcommands().keySet().containsAll(List.of("ask", "recommend", "rules")), names(tree));
    }

    private static String names(CommandSpec spec) {
        StringBuilder names = new StringBuilder();
        spec.subcommands().keySet().stream().sorted().forEach(name -> names.append(name)
                .append(' ')
                .append(names(spec.subcommands().get(name).getCommandSpec()))
                .append(' '));
        return names.toString().replaceAll(" +", " ").strip();
    }
}
