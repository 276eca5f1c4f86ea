package dev.transportadvisor.cli.console;

import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a user names on the command line. */
public record Inputs(Console console) {

    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** @throws InputException if it cannot be read, or was named by mistake: an answers file is none */
    public SourceFile readManifest(String argument) {
        SourceFile file = read(argument);
        refuseAnswers(file, argument);
        return file;
    }

    /** @param argument what the user calls the file */
    public void refuseAnswers(SourceFile file, String argument) {
        // Only what cannot be a manifest is looked at more closely.
        if (!file.text().contains(Manifest.HALLMARK) && AnswersFile.isLikelyIn(file)) {
            throw new InputException(Quoted.visible(file.path()) + " is an answers file, not an app manifest. See: "
                    + console.program() + " recommend " + Shell.quote(argument));
        }
    }

    public SourceFile read(String argument) {
        if (argument.isEmpty()) {
            throw new InputException("The name of the file is empty.");
        }
        Optional<Path> file = file(argument);
        if (file.isPresent()) {
            return SourceReader.read(file.get(), argument);
        }
        try {
            return SourceReader.read("<stdin>", console.in());
        } catch (IOException e) {
            throw new InputException("Standard input cannot be read (" + e.getMessage() + ").");
        }
    }

    /** The file that an argument names; empty for standard input. */
    public Optional<Path> file(String argument) {
        return argument.equals(STANDARD_INPUT)
                ? Optional.empty()
                : Optional.of(console.directory().resolve(argument));
    }
}
