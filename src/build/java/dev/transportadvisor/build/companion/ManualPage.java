package dev.transportadvisor.build.companion;

import dev.transportadvisor.report.help.HelpTopic;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page in roff, as {@code man} shows it; see man-pages(7) for its sections.
 *
 * @param name of the page, such as {@code transport-advisor-rules-list}
 * @param section 1 for commands, 7 for the rest
 */
record ManualPage(String name, int section, String text) {

    /** The page of a program, and those of all of its commands and topics. */
    static List<ManualPage> all(CommandSpec program, List<HelpTopic> topics, String version) {
        String statuses = topics.stream()
                .filter(topic -> topic.name().equals("statuses"))
                .map(TopicPage::body)
                .collect(Collectors.joining("", ".SH EXIT STATUS\n", ""));
        return Stream.concat(
                        commandsFrom(program).map(command -> of(command, statuses, version)),
                        topics.stream().map(topic -> TopicPage.of(topic, version)))
                .toList();
    }

    private static Stream<CommandSpec> commandsFrom(CommandSpec command) {
        return Stream.concat(Stream.of(command), commands(command).stream().flatMap(ManualPage::commandsFrom));
    }

    /** The title, and the section that whatis(1) and apropos(1) read. */
    static String head(String name, int section, String summary, String version) {
        return ".TH " + name.toUpperCase(Locale.ROOT) + " " + section + " \"\" \"transport-advisor " + version + "\"\n"
                + ".SH NAME\n" + escaped(name) + " \\- " + escaped(summary) + "\n";
    }

    private static ManualPage of(CommandSpec command, String statuses, String version) {
        String name = pageName(command);
        StringBuilder text = new StringBuilder(head(name, 1, summary(command), version));
        text.append(".SH SYNOPSIS\n.B " + escaped(command.qualifiedName()) + "\n" + synopsis(command) + "\n");
        text.append(".SH DESCRIPTION\n" + escaped(words(command.usageMessage().description())) + "\n");
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
        text.append(statuses + ".SH EXAMPLES\n.EX\n" + examples(command) + ".EE\n");
        return new ManualPage(name, 1, text.toString());
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
        return words(command.usageMessage().header());
    }

    private static String synopsis(CommandSpec command) {
        String arguments = command.positionalParameters().stream()
                .map(ManualPage::label)
                .collect(Collectors.joining(" "));
        String rest = command.subcommands().isEmpty() ? arguments : "COMMAND";
        return escaped(("[OPTIONS] " + rest).strip());
    }

    /** As picocli formats them. */
    private static String words(String... lines) {
        return String.join(" ", lines).replace("%%", "%").replace("%n", " ");
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
        return ".TP\n.B " + escaped(label) + "\n" + escaped(words(argument.description())) + "\n";
    }

    /** The examples that begin the help. */
    private static String examples(CommandSpec command) {
        return Arrays.stream(command.usageMessage().headerHeading().split("%n"))
                .filter(line -> line.startsWith("  "))
                .map(line -> escaped(line.strip()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Backslashes and hyphens mean something to roff, and so do a dot and a quote where a line begins; what is not
     * ASCII it knows by number only.
     */
    static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        String ascii = plain.codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("\\[u%04X]", c))
                .collect(Collectors.joining());
        return ascii.startsWith(".") || ascii.startsWith("'") ? "\\&" + ascii : ascii;
    }
}
