package dev.transportadvisor.cli;

import dev.transportadvisor.report.Style;
import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a report goes: to standard output, or to the file that {@code --output} names. */
record Output(Console console, Optional<Path> file) {

    /** Colours are for terminals only. */
    Style style() {
        return file.isPresent() ? Style.PLAIN : console.style();
    }

    /** @throws InputException if the file is one of those that were read; they are the user's work */
    void refuse(Path input) {
        try {
            if (file.isPresent() && Files.exists(file.get()) && Files.exists(input) && Files.isSameFile(file.get(), input)) {
                throw new InputException(file.get() + " is an input of this command. Write the report to another file.");
            }
        } catch (IOException e) {
            throw new InputException(file.get() + " cannot be compared with " + input + " (" + e.getMessage() + ").");
        }
    }

    void print(String report) {
        file.ifPresentOrElse(path -> OutputFile.write(path, report), () -> {
            console.out().print(report);
            console.out().flush();
        });
    }
}
