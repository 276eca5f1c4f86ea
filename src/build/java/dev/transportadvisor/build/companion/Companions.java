package dev.transportadvisor.build.companion;

import dev.transportadvisor.cli.Main;
import dev.transportadvisor.cli.help.HelpTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Makes what belongs to the packaged program beside its jar: the launcher, completion for shells, manual pages. */
public final class Companions {

    /** With this, bash would complete a file only as the value of an option, and not where - is allowed, too. */
    private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

    private Companions() {}

    /**
     * @param project the folder of the project
     * @param target the folder to write to
     * @param version of the program
     */
    public static void make(Path project, Path target, String version) throws IOException {
        writeLauncher(project, target);
        writeCompletion(target);
        writeManual(target, version);
    }

    /** One script for bash and zsh. Where it knows no word that fits, the shell completes the names of files. */
    private static void writeCompletion(Path target) throws IOException {
        CommandLine program = new CommandLine(Main.everyCommand());
        Path folder = Files.createDirectories(target.resolve("completion"));
        String script = AutoComplete.bash(program.getCommandName(), program);
        Files.writeString(folder.resolve("transport-advisor.bash"), script.replace(NO_FILES, ""));
    }

    private static void writeManual(Path target, String version) throws IOException {
        for (ManualPage page : ManualPage.all(Main.everyCommand(), HelpTopics.all(), version)) {
            Path folder = Files.createDirectories(target.resolve("man/man" + page.section()));
            Files.writeString(folder.resolve(page.name() + "." + page.section()), page.text());
        }
    }

    private static void writeLauncher(Path project, Path target) throws IOException {
        Path file = target.resolve("transport-advisor");
        Files.copy(project.resolve("src/main/launcher/transport-advisor"), file, StandardCopyOption.REPLACE_EXISTING);
        file.toFile().setExecutable(true, false);
    }
}
