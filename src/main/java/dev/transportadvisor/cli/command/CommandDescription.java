package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Program;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command is called, what it takes, and what its help says.
 *
 * @param name what a user types
 * @param summary one sentence, which also stands in the list of commands
 * @param details what else there is to know
 * @param arguments in the order of the help, without {@code --help}
 * @param examples what to type behind the name of the program
 */
public record CommandDescription(
        String name, String summary, String details, List<Argument<?>> arguments, String... examples) {

    /** The help begins with the examples. */
    CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage()
                .width(80)
                .headerHeading(heading())
                .header(summary)
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .description(details)
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false);
        arguments.forEach(argument -> spec.add(argument.declaration().get()));
        return spec.add(Options.HELP.declaration().get());
    }

    private String heading() {
        StringBuilder heading = new StringBuilder(examples.length > 1 ? "Examples:%n" : "Example:%n");
        for (String example : examples) {
            heading.append("  ").append(Program.NAME).append(' ').append(example).append("%n");
        }
        return heading.append("%n").toString();
    }
}
