package dev.transportadvisor.cli;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;

/** Reads what a user names on the command line. */
record Inputs(Console console) {

    /** The argument that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    SourceFile read(String argument) {
        if (argument.isEmpty()) {
            throw new InputException("The name of the file is empty.");
        }
        if (!argument.equals(STANDARD_INPUT)) {
            return SourceReader.read(console.directory().resolve(argument), argument);
        }
        try {
            return SourceReader.read("<stdin>", console.in());
        } catch (IOException e) {
            throw new InputException("Standard input cannot be read (" + e.getMessage() + ").");
        }
    }
}
