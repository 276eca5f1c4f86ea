package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.Program;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help of every command. */
class HelpTest {

    @TestFactory
    Stream<DynamicTest> beginsWithExamplesAndBreaksNoWordAtEightyColumns() {
        return commands(Main.everyCommand())
                .map(command -> DynamicTest.dynamicTest(command.qualifiedName(), () -> check(command)));
    }

    private static void check(CommandSpec command) {
        String arguments = command.qualifiedName().substring(Program.NAME.length()).strip();
        Run run = Run.of((arguments + " --help").strip().split(" "));
        String flat = flat(run.out());
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertTrue(run.out().startsWith("Example"), run.out()),
                // An example that is pasted has to be on one line.
                () -> assertTrue(run.out().startsWith(String.format(command.usageMessage().headerHeading()))),
                () -> assertEquals(List.of(), run.out().lines().filter(line -> line.length() > 80).toList()),
                // A word that is broken over two lines has a space in its middle here.
                () -> assertEquals(List.of(), texts(command).filter(text -> !flat.contains(text)).toList(), flat));
    }

    private static Stream<CommandSpec> commands(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream().map(CommandLine::getCommandSpec).flatMap(HelpTest::commands));
    }

    /** What the help says in words, each without line breaks. */
    private static Stream<String> texts(CommandSpec command) {
        Stream<String[]> arguments = command.args().stream().map(ArgSpec::description);
        Stream<String[]> own = Stream.of(command.usageMessage().header(), command.usageMessage().description());
        return Stream.concat(own, arguments).map(lines -> flat(String.join(" ", lines)));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
