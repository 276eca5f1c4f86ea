package dev.transportadvisor.cli.console;

import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.file.Content;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a report goes: to standard output, or to the file that {@code --output} names. */
public record Output(Console console, Optional<Path> file) {

    /** @param file as the user named it */
    public static Output of(Optional<Path> file, Console console) {
        return new Output(console, file.map(console.directory()::resolve));
    }

    /** Colours are for terminals only. */
    public Style style() {
        return file.isPresent() ? Style.PLAIN : console.style();
    }

    /** @throws InputException if the file is one of those that the command reads, or would read if it was there */
    public void refuseInputs(List<Path> inputs) {
        for (Path input : inputs) {
            file.filter(path -> isSame(path, input)).ifPresent(path -> {
                throw new InputException(path + " is an input of this command. Write the report to another file.");
            });
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : AtomicFile.target(one).equals(AtomicFile.target(other));
        } catch (IOException e) {
            // Where no file can be made, none can be lost.
            return false;
        }
    }

    public void print(String report) {
        write(out -> out.write(report));
    }

    /** The same for a report that may be large. */
    public void write(Content report) {
        file.ifPresentOrElse(path -> OutputFile.write(path, report), () -> writeToConsole(report));
    }

    private void writeToConsole(Content report) {
        try {
            Writer out = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
            report.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("A print stream keeps its failures to itself", e);
        }
    }
}
