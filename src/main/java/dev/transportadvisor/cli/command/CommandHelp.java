package dev.transportadvisor.cli.command;

import dev.transportadvisor.cli.console.Program;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the help of a command says besides its arguments.
 *
 * @param name what a user types
 * @param summary one sentence, which also stands in the list of commands
 * @param description what else there is to know
 * @param examples what to type behind the name of the program
 */
public record CommandHelp(String name, String summary, String description, String... examples) {

    /** The help begins with the examples. */
    CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage()
                .width(80)
                .headerHeading(heading())
                .header(summary)
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .description(description)
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false);
        return spec;
    }

    private String heading() {
        StringBuilder heading = new StringBuilder(examples.length > 1 ? "Examples:%n" : "Example:%n");
        for (String example : examples) {
            heading.append("  ").append(Program.NAME).append(' ').append(example).append("%n");
        }
        return heading.append("%n").toString();
    }
}
