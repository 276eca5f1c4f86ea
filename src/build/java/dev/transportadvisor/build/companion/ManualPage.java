package dev.transportadvisor.build.companion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page in roff, as {@code man} shows it; see man-pages(7) for its sections.
 *
 * @param name of the page, such as {@code transport-advisor-rules-list}
 */
record ManualPage(String name, String text) {

    private static final String STATUS =
            """
            .SH EXIT STATUS
            .TP
            .B 0
            All is well.
            .TP
            .B 1
            Findings, a conflict, or an expectation that is not met.
            .TP
            .B 2
            Wrong usage, or input that cannot be read or is invalid.
            .TP
            .B 3
            A bug of the program.
            .TP
            .B 130
            Interrupted.
            """;

    /** The page of a program, and those of all of its commands. */
    static List<ManualPage> all(CommandSpec program, String version) {
        List<ManualPage> pages = new ArrayList<>(List.of(of(program, version)));
        commands(program).forEach(command -> pages.addAll(all(command, version)));
        return pages;
    }

    private static ManualPage of(CommandSpec command, String version) {
        String name = pageName(command);
        StringBuilder text = new StringBuilder(
                ".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"transport-advisor " + version + "\"\n");
        text.append(".SH NAME\n" + escaped(name) + " \\- " + escaped(summary(command)) + "\n");
        text.append(".SH SYNOPSIS\n.B " + escaped(command.qualifiedName()) + "\n" + synopsis(command) + "\n");
        text.append(".SH DESCRIPTION\n" + escaped(String.join(" ", command.usageMessage().description())) + "\n");
        if (!command.positionalParameters().isEmpty()) {
            text.append(".SH ARGUMENTS\n");
            command.positionalParameters().forEach(argument -> text.append(entry(label(argument), argument)));
        }
        text.append(".SH OPTIONS\n");
        command.options().forEach(option -> text.append(entry(label(option), option)));
        if (!command.subcommands().isEmpty()) {
            text.append(".SH COMMANDS\n");
            commands(command).forEach(below -> text.append(
                    ".TP\n.BR " + escaped(pageName(below)) + " (1)\n" + escaped(summary(below)) + "\n"));
        }
        text.append(STATUS + ".SH EXAMPLES\n.EX\n" + examples(command) + ".EE\n");
        return new ManualPage(name, text.toString());
    }

    /** Each once, though it may go by several names. */
    private static Set<CommandSpec> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String pageName(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().header());
    }

    private static String synopsis(CommandSpec command) {
        String arguments = command.positionalParameters().stream()
                .map(ManualPage::label)
                .collect(Collectors.joining(" "));
        String rest = command.subcommands().isEmpty() ? arguments : "COMMAND";
        return escaped(("[OPTIONS] " + rest).strip());
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    private static String label(PositionalParamSpec argument) {
        String label = argument.arity().max() > 1 ? argument.paramLabel() + "..." : argument.paramLabel();
        return argument.required() ? label : "[" + label + "]";
    }

    private static String entry(String label, ArgSpec argument) {
        return ".TP\n.B " + escaped(label) + "\n" + escaped(String.join(" ", argument.description())) + "\n";
    }

    /** The examples that begin the help. */
    private static String examples(CommandSpec command) {
        return Arrays.stream(command.usageMessage().headerHeading().split("%n"))
                .filter(line -> line.startsWith("  "))
                .map(line -> escaped(line.strip()) + "\n")
                .collect(Collectors.joining());
    }

    /** Backslashes and hyphens mean something to roff, and so do a dot and a quote where a line begins. */
    private static String escaped(String text) {
        String plain = text.replace("%%", "%").replace("%n", " ").replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
