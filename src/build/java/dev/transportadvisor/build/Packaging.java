package dev.transportadvisor.build;

import dev.transportadvisor.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Makes what belongs to the packaged program beside its jar: the launcher, completion for shells, manual pages. */
final class Packaging {

    /** With this, bash would complete a file only as the value of an option, and not where - is allowed, too. */
    private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

    private Packaging() {}

    /** @param arguments the folder of the project, the folder to write to, and the version of the program */
    public static void main(String... arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        writeLauncher(project, target, arguments[2]);
        writeCompletion(target);
        writeManual(target, arguments[2]);
    }

    /** One script for bash and zsh. Where it knows no word that fits, the shell completes the names of files. */
    private static void writeCompletion(Path target) throws IOException {
        CommandLine program = new CommandLine(Main.everyCommand());
        Path folder = Files.createDirectories(target.resolve("completion"));
        String script = AutoComplete.bash(program.getCommandName(), program);
        Files.writeString(folder.resolve("transport-advisor.bash"), script.replace(NO_FILES, ""));
    }

    private static void writeManual(Path target, String version) throws IOException {
        Path folder = Files.createDirectories(target.resolve("man/man1"));
        for (ManualPage page : ManualPage.all(Main.everyCommand(), version)) {
            Files.writeString(folder.resolve(page.name() + ".1"), page.text());
        }
    }

    private static void writeLauncher(Path project, Path target, String version) throws IOException {
        String launcher = Files.readString(project.resolve("src/main/launcher/transport-advisor"));
        Path file = target.resolve("transport-advisor");
        Files.writeString(file, launcher.replace("@version@", version));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
